import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "@/db/seed/seeded-random";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { startWebProcess, type WebProcess } from "@/server/testing/worker-process";
import { DriverClient } from "./simulate/driver-client";
import { scriptDay } from "./simulate/script-day";
import { SimulatedDevice } from "./simulate/simulated-device";

/*
 * The server is killed over and over while drivers report their day: nothing that a driver was told is missing, no event
 * is lost or there twice. `DRAY_KILLS=60` for the long proof.
 */

const KILLS = Number(process.env.DRAY_KILLS ?? 6);
const ROUTES = 5;
const STOPS = 6;
const SECRET = "a secret of more than thirty-two characters";
const SEED = 20_260_610;

let dataDir: string;
let day: DrivenDay;
let server: WebProcess | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dray-kill-"));
  const now = new Date();
  const date = new Date(now.getTime() + 24 * 3600_000).toISOString().slice(0, 10);
  const routes = Array.from({ length: ROUTES }, (_, route) =>
    Array.from({ length: STOPS }, (_, stop) => route * STOPS + stop),
  );
  day = await drivenDay(routes, undefined, { now, date });
});

afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test(`a day that is killed ${KILLS} times loses nothing and doubles nothing`, async () => {
  const random = seededRandom(SEED);
  const { organizationId, database } = day.scenario.tenant;
  const start = async () => {
    server = await startWebProcess(database.url, dataDir, SECRET);
    return server.url;
  };
  let url = await start();
  const clients = day.links.map((link) => new DriverClient(() => url, link!));
  for (const client of clients) await client.open();
  const devices = clients.map((client, index) => new SimulatedDevice(client, seededRandom(SEED + index)));
  const scripts = await Promise.all(
    clients.map(async (client, index) => scriptDay((await client.route()).sheet, SEED + index)),
  );
  let isOver = false;
  let killed = 0;
  const driving = devices.map(async (device, index) => {
    const { acts, fixes } = scripts[index]!;
    // As many acts between two kills as the day has to give, so that each kill has some to hit.
    const perKill = Math.max(1, Math.ceil(acts.length / KILLS));
    for (const [at, act] of acts.entries()) {
      const { atSeconds: _, ...rest } = act;
      device.keepAct({ ...rest, occurredAt: new Date(Date.now() - 3600_000 + at * 1000).toISOString() });
      const { atSeconds: __, ...fix } = fixes[at % fixes.length]!;
      device.keepFix({ ...fix, recordedAt: new Date(Date.now() - 1000 + (at % 1000)).toISOString() });
      while (at >= (killed + 1) * perKill && killed < KILLS) await pause(20);
      await pause(random.between(0, 500));
      await device.send();
    }
    while (!isOver || device.waiting > 0) {
      await device.send();
      await pause(50);
    }
  });
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(random.between(20, 700));
    await server!.kill();
    killed = kill + 1;
    url = await start();
  }
  isOver = true;
  await Promise.all(driving);

  // Every kill left somebody without an answer.
  const unanswered = devices.reduce((sum, { tally }) => sum + tally.failures, 0);
  expect(unanswered).toBeGreaterThanOrEqual(KILLS);

  const stored = await database.raw`select id, count(*)::int as n from driver_op
    where organization_id = ${organizationId} group by id`;
  const kept = new Map(stored.map(({ id, n }) => [id as string, n as number]));
  for (const device of devices) {
    for (const opId of device.acknowledged) expect(kept.get(opId), `acknowledged act ${opId}`).toBe(1);
    expect(device.acknowledged.size).toBe(device.tally.acts);
  }
  expect(kept.size).toBe(devices.reduce((sum, { tally }) => sum + tally.acts, 0));

  const log = await database.raw`select seq::int as seq, type, data from event
    where organization_id = ${organizationId} order by seq`;
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const ended = log.filter(({ type }) => type === "stop.completed").map(({ data }) => (data as { opId: string }).opId);
  expect(new Set(ended).size).toBe(ended.length);
  expect(ended).toHaveLength(ROUTES * STOPS);
  expect(log.filter(({ type }) => type === "route.started")).toHaveLength(ROUTES);
  expect(log.filter(({ type }) => type === "route.finished")).toHaveLength(ROUTES);

  for (const client of clients) {
    const { ops, sheet } = await client.route();
    const run = foldOps(ops.map((op) => ({ ...op, occurredAt: new Date(op.occurredAt) }) as never));
    expect([...run.stops.values()].every(({ completion }) => completion !== null)).toBe(true);
    expect(sheet.stops).toHaveLength(STOPS);
  }
}, 900_000);

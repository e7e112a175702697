import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { JOBS } from "@/server/jobs/catalog";
import { CLOSE_UNAUTHENTICATED } from "@/server/realtime/driver-connection";
import { DRIVER_SOCKET_PATH } from "@/server/realtime/driver-sockets";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { resendLink } from "@/server/services/plan/resend-link";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { readSse, subscriptionUrl } from "@/server/testing/sse-reader";
import {
  startWebProcess,
  startWorkerProcess,
  type WebProcess,
  type WorkerProcess,
} from "@/server/testing/worker-process";

/*
 * One installation as four real processes over one PostgreSQL: two for the web, two for jobs. What goes in through one
 * web process comes out of the other, and what the clock gives out is given out once.
 */

const SECRET = "a secret of more than thirty-two characters";

let dataDir: string;
let day: DrivenDay;
let first: WebProcess;
let second: WebProcess;
let workers: readonly WorkerProcess[] = [];
let cookie: string;
let tokens: string[];
const open = new AbortController();

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dray-two-"));
  const now = new Date();
  const tomorrow = new Date(now.getTime() + 24 * 3600_000).toISOString().slice(0, 10);
  day = await drivenDay([[0, 1, 2, 3], [4]], undefined, { now, date: tomorrow });
  const { url } = day.scenario.tenant.database;
  first = await startWebProcess(url, dataDir, SECRET);
  second = await startWebProcess(url, dataDir, SECRET);
  workers = [startWorkerProcess(url, dataDir), startWorkerProcess(url, dataDir)];
  cookie = await dispatcher();
  tokens = [];
  for (const link of day.links) tokens.push((await post(first, "/api/run/session", {}, link!)).token as string);
});

afterAll(async () => {
  open.abort();
  await Promise.all([first, second, ...workers].map((each) => each?.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function post(to: WebProcess, route: string, body: object, bearer?: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${to.url}${route}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: to.url,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}\n${to.output()}`);
  const set = response.headers.getSetCookie().map((each) => each.split(";", 1)[0]);
  return { ...((await response.json()) as object), cookie: set.join("; ") };
}

/** Somebody of the tenant's desk, signed in through the first process. */
async function dispatcher(): Promise<string> {
  const { tenant } = day.scenario;
  const email = `${tenant.newId()}@example.com`;
  const account = { name: "Dora", email, password: "correct horse battery" };
  const signedUp = await post(first, "/api/auth/sign-up/email", account);
  const userId = (signedUp.user as { id: string }).id;
  await tenant.database.raw`insert into member (id, organization_id, user_id, role, created_at)
    values (${tenant.newId()}, ${tenant.organizationId}, ${userId}, 'dispatcher', now())`;
  return signedUp.cookie as string;
}

interface Collected<T> {
  readonly got: T[];
  stop(): void;
}

function collect<T>(to: WebProcess, route: string, input: object): Collected<{ id: string; data: T }> {
  const leave = new AbortController();
  open.signal.addEventListener("abort", () => leave.abort());
  const got: { id: string; data: T }[] = [];
  void (async () => {
    for await (const message of readSse(subscriptionUrl(to.url, route, input), cookie, leave.signal)) {
      got.push(message as { id: string; data: T });
    }
  })().catch((error: unknown) => {
    if (!leave.signal.aborted) got.push({ id: "failed", data: String(error) as T });
  });
  return { got, stop: () => leave.abort() };
}

type Log = readonly { readonly seq: number; readonly type: string }[];
const eventsOf = ({ got }: Collected<{ id: string; data: Log }>) => got.flatMap(({ data }) => data);

interface SocketMessage {
  readonly type: string;
  readonly id?: number;
  readonly event?: { readonly type: string };
  readonly [key: string]: unknown;
}

async function driverSocket(to: WebProcess, token: string, lastEventId?: number) {
  const socket = new WebSocket(`${to.url.replace("http", "ws")}${DRIVER_SOCKET_PATH}`);
  const got: SocketMessage[] = [];
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (data) => got.push(JSON.parse(data.toString())));
  socket.on("open", () => socket.send(JSON.stringify({ type: "hello", token, lastEventId })));
  open.signal.addEventListener("abort", () => socket.terminate());
  await expect.poll(() => got[0]?.type).toBe("ready");
  const ids = () => got.flatMap(({ type, id }) => (type === "event" ? [id!] : []));
  const events = () => got.flatMap(({ event }) => (event ? [event.type] : []));
  return {
    got,
    ids,
    events,
    closed,
    close: () => socket.close(),
    say: (message: object) => socket.send(JSON.stringify(message)),
  };
}

const act = (type: string, rest: object = {}) => {
  day.clock.advanceSeconds(1);
  return day.act({ type, ...rest });
};
const sync = (to: WebProcess, ...ops: unknown[]) =>
  post(to, "/api/run/ops", { deviceNow: day.clock.now().toISOString(), ops }, tokens[0]);

describe("two web processes and two workers over one database", () => {
  test("a driver's act through one reaches the other's desks and drivers; the worker's doings too", async () => {
    const desk = collect<Log>(second, "event.stream", { lastEventId: "0" });
    const van = await driverSocket(second, tokens[0]!);
    const other = await driverSocket(second, tokens[1]!);
    await sync(first, act("accept"), act("start-route"));
    await expect.poll(() => eventsOf(desk).map(({ type }) => type)).toContain("route.started");
    await expect.poll(van.events).toContain("route.started");
    await expect.poll(() => eventsOf(desk).map(({ type }) => type)).toContain("route.arrivals-changed");
    expect(other.events()).not.toContain("route.started");
    van.say({ type: "ops", ref: "a", deviceNow: day.clock.now(), ops: [act("check-in")] });
    await expect
      .poll(() => van.got.find(({ ref }) => ref === "a"))
      .toMatchObject({
        type: "ops-taken",
        answers: [{ verdict: "applied" }],
      });
    for (const each of [desk, van, other]) "stop" in each ? each.stop() : each.close();
  });

  test("positions through either reach the other's desks, newest per driver", async () => {
    const { planId, driverIds } = day.scenario;
    const desk = collect<{ positions: { driverId: string; lat: number }[]; isAll: boolean }>(
      second,
      "position.stream",
      {
        planId,
      },
    );
    await expect.poll(() => desk.got[0]?.data.isAll).toBe(true);
    const fix = (lat: number) => ({ recordedAt: new Date().toISOString(), lat, lng: 12.5 });
    await post(first, "/api/run/positions", { fixes: [fix(55.601)] }, tokens[0]);
    const seen = () => desk.got.flatMap(({ data }) => data.positions).map(({ driverId, lat }) => `${driverId} ${lat}`);
    await expect.poll(seen).toContain(`${driverIds[0]} 55.601`);
    const van = await driverSocket(second, tokens[1]!);
    van.say({ type: "positions", ref: "p", fixes: [fix(55.602), fix(0 / 0)] });
    await expect
      .poll(() => van.got.find(({ ref }) => ref === "p"))
      .toMatchObject({
        type: "positions-taken",
        stored: 1,
        refused: [{ index: 1, reason: "bad-coordinates" }],
      });
    await expect.poll(seen).toContain(`${driverIds[1]} 55.602`);
    const again = collect<{ positions: unknown[] }>(first, "position.stream", {
      planId,
      lastEventId: desk.got.at(-1)!.id,
    });
    await expect.poll(() => again.got.length).toBe(1);
    expect(again.got[0]!.data.positions).toEqual([]);
    for (const each of [desk, again]) each.stop();
    van.close();
  });

  test("who was away goes on where they were: every event once, in order, at the other process too", async () => {
    const { lastSeq: from } = await readEventsAfter(day.scenario.context(), { afterSeq: null });
    const [one, two, three] = day.scenario.visitIds as [string, string, string];
    await sync(first, act("arrive", { visitId: one }), act("complete", { visitIds: [one], outcome: "delivered" }));
    const desk = collect<Log>(second, "event.stream", { lastEventId: String(from) });
    const van = await driverSocket(second, tokens[0]!, from);
    await sync(second, act("arrive", { visitId: two }));
    await expect.poll(() => van.ids().length).toBeGreaterThanOrEqual(3);
    await expect.poll(() => eventsOf(desk).at(-1)?.seq ?? 0).toBeGreaterThanOrEqual(van.ids().at(-1)!);
    desk.stop();
    van.close();
    await van.closed;
    const last = van.ids().at(-1)!;
    const seen = eventsOf(desk);
    await sync(first, act("complete", { visitIds: [two], outcome: "delivered" }));
    const deskAgain = collect<Log>(first, "event.stream", { lastEventId: String(seen.at(-1)!.seq) });
    const vanAgain = await driverSocket(first, tokens[0]!, last);
    await sync(second, act("arrive", { visitId: three }));
    await expect.poll(() => vanAgain.events()).toContain("stop.arrived");
    const { events: log, lastSeq: to } = await readEventsAfter(day.scenario.context(), { afterSeq: from });
    await expect.poll(() => eventsOf(deskAgain).at(-1)?.seq ?? 0).toBeGreaterThanOrEqual(to);
    const heard = [...seen, ...eventsOf(deskAgain)].map(({ seq }) => seq).filter((seq) => seq <= to);
    expect(heard).toEqual(log.map(({ seq }) => seq));
    const ofRoute = log.filter(
      ({ type, entityId }) => type.startsWith("stop.") || entityId === day.scenario.routeIds[0],
    );
    await expect.poll(() => vanAgain.ids().at(-1)).toBeGreaterThanOrEqual(ofRoute.at(-1)!.seq);
    const told = [...van.ids(), ...vanAgain.ids()];
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told).toEqual(expect.arrayContaining(ofRoute.map(({ seq }) => seq)));
    deskAgain.stop();
    vanAgain.close();
  });

  test("a link withdrawn ends the socket behind it; a foreign origin, a wrong token and noise are turned away", async () => {
    const { planId, routeIds } = day.scenario;
    const van = await driverSocket(second, tokens[1]!);
    await resendLink(day.scenario.context(), { planId, routeId: routeIds[1]!, mutationId: "sent-again" });
    expect(await van.closed).toBe(CLOSE_UNAUTHENTICATED);
    expect(van.events()).toContain("assignment.revoked");
    const address = `${second.url.replace("http", "ws")}${DRIVER_SOCKET_PATH}`;
    const refusal = (headers: Record<string, string>) =>
      new Promise((resolve) => new WebSocket(address, { headers }).on("error", resolve)).then(String);
    expect(await refusal({ origin: "https://evil.example" })).toContain("403");
    expect(await refusal({ authorization: `Bearer ${tokens[1]}` })).toContain("401");
    const noise = new WebSocket(address);
    noise.on("open", () => noise.send("{"));
    expect(await new Promise((resolve) => noise.on("close", resolve))).toBe(4400);
    await expect(post(first, "/api/run/positions", { fixes: [] }, tokens[1])).rejects.toThrow("401");
  });

  test("every job of the clock is on the schedule, and the minute's is given out once however many processes watch it", async () => {
    const { raw } = day.scenario.tenant.database;
    const scheduled = async () =>
      Object.fromEntries((await raw`select name, cron from pgboss.schedule`).map(({ name, cron }) => [name, cron]));
    const clocked = Object.entries(JOBS).flatMap(([name, job]) =>
      "cron" in job && job.cron ? [[name, job.cron]] : [],
    );
    await expect.poll(scheduled).toMatchObject(Object.fromEntries(clocked));
    /** How often the minute's job ran, how often the clock asked for it, and for how many minutes. */
    const fired = async () => {
      const [row] = await raw<{ ran: number; asked: number; minutes: number }[]>`
        select (select count(*)::int from pgboss.job where name = 'watch-days' and state = 'completed') as ran,
          count(*)::int as asked, count(distinct data->>'slot')::int as minutes
        from pgboss.job where name = '__pgboss__send-it' and data->>'name' = 'watch-days'`;
      return row!;
    };
    // The second minute tells what the first cannot: whether the other process asks for it once more.
    await expect.poll(async () => (await fired()).ran).toBeGreaterThanOrEqual(2);
    const { ran, asked, minutes } = await fired();
    expect(minutes).toBeGreaterThanOrEqual(2);
    expect(asked).toBe(minutes);
    expect(ran).toBeLessThanOrEqual(asked);
  });
});

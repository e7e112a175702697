import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { DRIVER_SOCKET_PATH } from "@/server/realtime/driver-sockets";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { liveMemoryMiB } from "@/server/testing/live-memory";
import { subscriptionUrl } from "@/server/testing/sse-reader";
import { INSPECTED, startWebProcess, type WebProcess } from "@/server/testing/worker-process";

/*
 * Desks and drivers that stop reading, on real sockets of a real process: they cost it no memory, keep nobody waiting,
 * and are told to read everything anew when they go on.
 */

const SLOW_DESKS = 20;
const SLOW_DRIVERS = 5;
/** Below the number at which a reader who keeps up would be told to resync. */
const ROUND = 1500;
/** More than the buffers of the machine's sockets hold, on both ends together. */
const ROUNDS = 20;

let dataDir: string;
let day: DrivenDay;
let web: WebProcess;
let cookie: string;
let token: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dray-slow-"));
  const now = new Date();
  const tomorrow = new Date(now.getTime() + 24 * 3600_000).toISOString().slice(0, 10);
  day = await drivenDay([[0, 1]], undefined, { now, date: tomorrow });
  const { tenant } = day.scenario;
  web = await startWebProcess(tenant.database.url, dataDir, "a secret of more than thirty-two characters", INSPECTED);
  const headers = { "content-type": "application/json", origin: web.url };
  const account = { name: "Dora", email: `${tenant.newId()}@example.com`, password: "correct horse battery" };
  const signUp = await fetch(`${web.url}/api/auth/sign-up/email`, {
    method: "POST",
    headers,
    body: JSON.stringify(account),
  });
  const { user } = (await signUp.json()) as { user: { id: string } };
  cookie = signUp.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  await tenant.database.raw`insert into member (id, organization_id, user_id, role, created_at)
    values (${tenant.newId()}, ${tenant.organizationId}, ${user.id}, 'dispatcher', now())`;
  const opened = await fetch(`${web.url}/api/run/session`, {
    method: "POST",
    headers: { authorization: `Bearer ${day.links[0]}` },
  });
  token = ((await opened.json()) as { token: string }).token;
});

afterAll(async () => {
  await web?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A client, and what it has been told. */
class Listener {
  /** Up to here it knows everything, or was told to read it. */
  at: number;
  events = 0;
  resyncs = 0;
  /** Events that came twice, out of turn, or after a gap nobody spoke of. */
  readonly wrong: number[] = [];
  isClosed = false;

  constructor(
    from: number,
    readonly connection: { pause(): unknown; resume(): unknown; close(): unknown },
  ) {
    this.at = from;
  }

  hear(seq: number): void {
    if (seq !== this.at + 1) this.wrong.push(seq);
    this.at = seq;
    this.events++;
  }

  resync(seq: number): void {
    if (seq <= this.at) this.wrong.push(seq);
    this.at = seq;
    this.resyncs++;
  }
}

/** A desk's event stream, read message by message. */
async function desk(lastEventId: number): Promise<Listener> {
  const url = subscriptionUrl(web.url, "event.stream", { lastEventId: String(lastEventId) });
  const request = get(url, { agent: false, headers: { cookie, accept: "text/event-stream" } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const heard = new Listener(lastEventId, {
    pause: () => response.pause(),
    resume: () => response.resume(),
    close: () => request.destroy(),
  });
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
      const id = field("id");
      if (id === undefined) continue;
      const { json } = JSON.parse(field("data")!) as { json: "resync" | { seq: number }[] };
      if (json === "resync") heard.resync(Number(id));
      else for (const { seq } of json) heard.hear(seq);
    }
  });
  for (const end of ["close", "error"]) response.on(end, () => (heard.isClosed = true));
  request.on("error", () => (heard.isClosed = true));
  return heard;
}

/** A driver's socket, greeted. */
async function driver(lastEventId: number): Promise<Listener> {
  const socket = new WebSocket(`${web.url.replace("http", "ws")}${DRIVER_SOCKET_PATH}`);
  const heard = new Listener(lastEventId, {
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.terminate(),
  });
  let isReady = false;
  socket.on("message", (data) => {
    const message = JSON.parse(data.toString()) as { type: string; id: number; lastEventId: number };
    if (message.type === "ready") isReady = true;
    if (message.type === "event") heard.hear(message.id);
    if (message.type === "resync") heard.resync(message.lastEventId);
  });
  for (const end of ["close", "error"]) socket.on(end, () => (heard.isClosed = true));
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "hello", token, lastEventId }));
  await expect.poll(() => isReady).toBe(true);
  return heard;
}

/** So many events about the driver's route, as a busy day has them; the number of the last. */
async function happen(count: number): Promise<number> {
  const { tenant, routeIds } = day.scenario;
  const { organizationId, database } = tenant;
  await database.raw`insert into event (organization_id, seq, type, entity, entity_id, actor_kind, actor_label,
      correlation_id, occurred_at, received_at, data)
    select ${organizationId}, s + n, 'route.checked-in', 'route', ${routeIds[0]!}, 'system', '', '', now(), now(),
      jsonb_build_object('text', repeat('x', 400))
    from generate_series(1, ${count}) n, (select last_seq as s from event_sequence where organization_id = ${organizationId}) q`;
  const [row] = await database.raw<{ last: number }[]>`update event_sequence set last_seq = last_seq + ${count}
    where organization_id = ${organizationId} returning last_seq::int as last`;
  await database.raw`select pg_notify(${EVENT_CHANNEL}, ${organizationId})`;
  return row!.last;
}

test("clients that stop reading cost no memory and keep nobody waiting; reading on, they are told to read anew", async () => {
  const from = await happen(1);
  const good = [await desk(from), await driver(from)];
  const slow: Listener[] = [];
  for (let index = 0; index < SLOW_DESKS; index++) slow.push(await desk(from));
  for (let index = 0; index < SLOW_DRIVERS; index++) slow.push(await driver(from));
  for (const { connection } of slow) connection.pause();
  const before = await liveMemoryMiB(web);
  let [last, most] = [from, before];
  for (let round = 0; round < ROUNDS; round++) {
    last = await happen(ROUND);
    await expect.poll(() => Math.min(...good.map(({ at }) => at))).toBe(last);
    most = Math.max(most, await liveMemoryMiB(web));
  }
  for (const each of good) expect(each).toMatchObject({ events: ROUNDS * ROUND, resyncs: 0, wrong: [] });
  // Held for the desks alone, what was said is more than 200 MiB; what all may hold is some 40.
  expect(most - before).toBeLessThan(120);

  for (const { connection } of slow) connection.resume();
  await expect.poll(() => slow.every(({ at, isClosed }) => at === last || isClosed)).toBe(true);
  for (const [index, { at, isClosed, events, resyncs, wrong }] of slow.entries()) {
    expect(wrong).toEqual([]);
    expect(events).toBeLessThan(ROUNDS * ROUND);
    if (at === last) expect(resyncs).toBeGreaterThan(0);
    if (!isClosed) continue;
    const again = await (index < SLOW_DESKS ? desk : driver)(at);
    await expect.poll(() => again.at).toBe(last);
    expect(again.wrong).toEqual([]);
    again.connection.close();
  }
  const next = await happen(1);
  await expect.poll(() => slow.every(({ at, isClosed }) => isClosed || at === next)).toBe(true);
  for (const { connection } of [...good, ...slow]) connection.close();
});

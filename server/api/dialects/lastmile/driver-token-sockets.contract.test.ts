import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { startPostgresEventBus } from "@/server/adapters/event-bus/postgres-event-bus";
import { signDriverToken } from "@/server/auth/driver-token";
import { resolveDriverToken } from "@/server/auth/resolve-driver-token";
import type { PositionBatch } from "@/server/ports/position-sink";
import { CLOSE_UNAUTHENTICATED } from "@/server/realtime/driver-connection";
import { createDriverSockets, DRIVER_SOCKET_PATH, type DriverSockets } from "@/server/realtime/driver-sockets";
import { EventFeed } from "@/server/realtime/event-feed";
import { tellAct } from "@/server/services/execution/tell-act";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { dress } from "./ids";
import { lastmile } from "./lastmile";

const SECRET = "a secret of the tests";
const positions: PositionBatch[] = [];
let day: DrivenDay;
let server: Server;
let sockets: DriverSockets;
let bus: Awaited<ReturnType<typeof startPostgresEventBus>>;
let address: string;
const failures: unknown[] = [];

beforeAll(async () => {
  const write = async (batch: PositionBatch) => {
    positions.push(batch);
    return "stored" as const;
  };
  day = await drivenDay([[0, 1], [2]], undefined, { ports: { positions: { write } } });
  const { tenant } = day.scenario;
  bus = await startPostgresEventBus(tenant.database, EVENT_CHANNEL);
  sockets = createDriverSockets({
    feed: new EventFeed(bus, () => tenant.systemContext()),
    bySession: async (token) => {
      const found = await resolveDriverToken({ database: tenant.database, secret: SECRET }, token, day.clock.now());
      return found && { ...tenant.context(), actor: found.actor };
    },
    voice: lastmile.driverVoice,
    origin: "http://dray.test",
    onError: (error) => failures.push(error),
    heartbeatMilliseconds: 60_000,
  });
  server = createServer();
  server.on("upgrade", (request, socket, head) => sockets.take(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${DRIVER_SOCKET_PATH}`;
});

afterAll(async () => {
  sockets.close();
  server.close().closeAllConnections();
  await bus.stop();
});

function tokenOf(driver: number, seconds = 900): string {
  const { tenant, driverIds } = day.scenario;
  const expiresAt = new Date(day.clock.now().getTime() + seconds * 1000);
  return signDriverToken(SECRET, { organizationId: tenant.organizationId, driverId: driverIds[driver]!, expiresAt });
}

/** A driver's app on the line, and what it hears. */
function connect(token: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const heard: Record<string, unknown>[] = [];
  let wake = () => {};
  socket.on("message", (data) => {
    heard.push(JSON.parse(data.toString()));
    wake();
  });
  const next = async () => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard.shift()!;
  };
  return { socket, next, say: (message: object) => socket.send(JSON.stringify(message)) };
}

const accept = (driver: number) => {
  const { tenant, driverIds, routeIds } = day.scenario;
  const actor = {
    kind: "driver" as const,
    id: driverIds[driver]!,
    label: "Driver",
    organizationId: tenant.organizationId,
    permissions: new Set(["run.read", "run.write"] as const),
  };
  return tellAct({ ...tenant.context(), actor }, { routeId: routeIds[driver]!, act: { type: "accept" } });
};

test("positions go up, and what becomes of his assignments comes down", async () => {
  const { socket, next, say } = connect(tokenOf(0));
  const assignment_id = dress("assignment", day.scenario.routeIds[0]!);
  const ready = await next();
  expect(ready).toMatchObject({ type: "ready", assignments: [{ assignment_id, status: "offered" }] });
  say({ type: "location", ref: "1", location: { lat: 55.68, lon: 12.57 }, speed: 9 });
  expect(await next()).toMatchObject({ type: "location-taken", ref: "1", accepted: 1, refused: [] });
  expect(positions.at(-1)).toMatchObject({ driverId: day.scenario.driverIds[0], fixes: [{ lat: 55.68, lng: 12.57 }] });
  say({ type: "location", ref: "2", location: "here" });
  expect(await next()).toMatchObject({ type: "refused", ref: "2", error: { code: "invalid" } });
  await accept(1);
  await accept(0);
  const push = await next();
  expect(push).toMatchObject({
    type: "assignment",
    event: "assignment.accepted",
    assignment_id,
    assignment: { status: "accepted" },
  });
  socket.close();
  const again = connect(tokenOf(0), { "last-event-id": String(ready.lastEventId) });
  expect(await again.next()).toMatchObject({ type: "ready", lastEventId: ready.lastEventId });
  expect(await again.next()).toMatchObject({ type: "assignment", id: push.id });
  again.socket.close();
  expect(failures).toEqual([]);
});

test("a token may come with the first message, and must be good as long as the line is open", async () => {
  const socket = new WebSocket(address);
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "hello", token: tokenOf(1, 60) }));
  const [ready] = await once(socket, "message");
  expect(JSON.parse(String(ready))).toMatchObject({ type: "ready" });
  day.clock.advanceSeconds(61);
  socket.send(JSON.stringify({ type: "location", location: { lat: 55.68, lon: 12.57 } }));
  const [code] = await once(socket, "close");
  expect(code).toBe(CLOSE_UNAUTHENTICATED);
});

test("401: no line for a token that opens nothing", async () => {
  for (const token of ["nonsense", tokenOf(0, -1)]) {
    const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
    const [error] = await once(socket, "error");
    expect(String(error)).toContain("401");
  }
});

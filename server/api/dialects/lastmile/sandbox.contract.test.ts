import { describe, expect, test } from "vitest";
import { sendMessage } from "@/server/jobs/handlers/send-message";
import type { MessengerPort } from "@/server/ports/messenger";
import { drivenShop } from "./testing/driven-shop";
import { deliveryRequest, shop } from "./testing/shop";

/** A day that has been sent out in what is somebody's sandbox, and a key of it. */
async function sandboxDay() {
  const owner = await shop();
  const day = await drivenShop([[0, 1], []]);
  const { tenant } = day.scenario;
  await tenant.database.raw`insert into sandbox (organization_id, of_organization_id, created_at)
    values (${tenant.organizationId}, ${owner.tenant.organizationId}, now())`;
  const scopes = ["plans:write", "plans:read", "deliveries:read", "keys:manage"];
  const { body } = await day.ask("POST", "/keys", { body: { name: "Sandbox", kind: "sandbox", scopes } });
  const key = body.key as string;
  return { ...day, owner, key, simulate: (event: object) => ask(day, key, "/sandbox/driver-events", event) };
}

const ask = (day: Awaited<ReturnType<typeof drivenShop>>, token: string, path: string, body: object) =>
  day.ask("POST", path, { body, token });

describe("POST /keys for a sandbox", () => {
  test("201: opens an organization of its own, which has nothing of the real one and cannot reach it", async () => {
    const { ask, tenant } = await shop();
    const { body: real } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const scopes = ["deliveries:read", "deliveries:write", "keys:manage", "plans:write"];
    const make = () => ask("POST", "/keys", { body: { name: "Test", kind: "sandbox", scopes } });
    const { body } = await make();
    expect(body.key).toMatch(/^dray_test_/);
    const token = body.key as string;
    const rows = () => tenant.database.raw`select d.*, (select last_seq from event_sequence s
      where s.organization_id = d.organization_id) as seq from delivery d where organization_id = ${tenant.organizationId}`;
    const before = JSON.stringify(await rows());

    expect((await ask("GET", "/deliveries", { token })).body.items).toEqual([]);
    expect((await ask("GET", `/deliveries/${real.id}`, { token })).status).toBe(404);
    expect((await ask("PATCH", `/deliveries/${real.id}`, { token, body: { priority: "high" } })).status).toBe(404);
    expect((await ask("POST", `/deliveries/${real.id}/cancel`, { token, body: { reason: "x" } })).status).toBe(404);
    const { status, body: simulated } = await ask("POST", "/deliveries", { token, body: deliveryRequest() });
    expect(status).toBe(201);
    expect((await ask("GET", `/deliveries/${simulated.id}`)).status).toBe(404);
    expect(JSON.stringify(await rows())).toBe(before);

    const { body: second } = await make();
    expect((await ask("GET", "/deliveries", { token: second.key })).body.items).toHaveLength(1);
    const inside = await ask("POST", "/keys", { token, body: { name: "More", scopes: ["deliveries:write"] } });
    expect(inside.body.key).toMatch(/^dray_test_/);
    const sandboxes = await tenant.database
      .raw`select 1 from sandbox where of_organization_id = ${tenant.organizationId}`;
    expect(sandboxes).toHaveLength(1);
  });

  test("201, 409: first keys asked for at once open one sandbox with one project; a name makes one key", async () => {
    const { ask, tenant } = await shop();
    const body = { name: "Test", kind: "sandbox", scopes: ["deliveries:read"] };
    const made = await Promise.all([1, 2, 3, 4].map(() => ask("POST", "/keys", { body })));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const headers = { "idempotency-key": "the sandbox's key" };
    expect((await ask("POST", "/keys", { body, headers })).status).toBe(201);
    expect((await ask("POST", "/keys", { body, headers })).status).toBe(409);
    const [counted] = await tenant.database.raw`
      select (select count(*)::int from project p where p.organization_id = s.organization_id) as projects,
        (select count(*)::int from api_key k where k.organization_id = s.organization_id) as keys
      from sandbox s where s.of_organization_id = ${tenant.organizationId}`;
    expect(counted).toEqual({ projects: 1, keys: 5 });
  });

  test("403: nobody makes one that may more than his own key", async () => {
    const { ask } = await shop(["keys:manage"]);
    const body = { name: "Test", kind: "sandbox", scopes: ["deliveries:write"] };
    expect((await ask("POST", "/keys", { body })).status).toBe(403);
  });
});

describe("POST /sandbox/driver-events", () => {
  test("200: a whole route is driven by what every driver's acts go through; said twice it is done once", async () => {
    const day = await sandboxDay();
    const { simulate, key, assignment, stop, delivery, clock } = day;
    const assignment_id = assignment(0);
    for (const type of ["accept", "start"]) {
      expect((await simulate({ type, assignment_id })).body).toMatchObject({ type, result: "applied", sandbox: true });
    }
    await simulate({ type: "arrive", assignment_id, stop_id: stop(0) });
    const timestamp = clock.now().toISOString();
    const done = { type: "complete", assignment_id, stop_id: stop(0), timestamp, recipient_name: "Jane" };
    expect((await simulate(done)).body.result).toBe("applied");
    expect((await simulate(done)).body.result).toBe("duplicate");
    const failed = { type: "fail", assignment_id, stop_id: stop(1), reason: "refused" };
    expect((await simulate(failed)).body.result).toBe("applied");
    const statusOf = async (visit: number) =>
      (await day.ask("GET", `/deliveries/${delivery(visit)}`, { token: key })).body.status;
    expect([await statusOf(0), await statusOf(1)]).toEqual(["delivered", "failed"]);
  });

  test("403, 404: a production key, and production's ids; nothing there is changed", async () => {
    const day = await sandboxDay();
    const real = await drivenShop([[0]]);
    const { raw } = real.scenario.tenant.database;
    const { organizationId } = real.scenario.tenant;
    const seq = () => raw`select last_seq from event_sequence where organization_id = ${organizationId}`;
    const before = await seq();
    const event = { type: "accept", assignment_id: real.assignment(0) };
    expect((await real.ask("POST", "/sandbox/driver-events", { body: event })).status).toBe(403);
    expect((await real.ask("POST", "/sandbox/track", { body: { assignment_id: event.assignment_id } })).status).toBe(
      403,
    );
    expect((await day.simulate(event)).status).toBe(404);
    const foreign = { type: "complete", assignment_id: day.assignment(0), stop_id: real.stop(0) };
    expect((await day.simulate(foreign)).status).toBe(404);
    expect((await ask(day, day.key, "/sandbox/track", { assignment_id: event.assignment_id })).status).toBe(404);
    expect(await seq()).toEqual(before);
    expect(real.positions).toEqual([]);
  });

  test("400, 422: no act, one there is not, an arrival nowhere", async () => {
    const { simulate, assignment } = await sandboxDay();
    const assignment_id = assignment(0);
    expect((await simulate({ type: "accept" })).status).toBe(400);
    expect((await simulate({ type: "fly", assignment_id })).status).toBe(422);
    expect((await simulate({ type: "arrive", assignment_id })).status).toBe(422);
  });

  test("no message leaves a sandbox, whatever is configured: it is kept as simulated", async () => {
    const { scenario } = await sandboxDay();
    const left: unknown[] = [];
    const messenger: MessengerPort = { source: "smtp", send: async (message) => void left.push(message) };
    const services = scenario.tenant.systemContext({ messengers: { email: messenger, sms: messenger } });
    const { raw } = scenario.tenant.database;
    const { organizationId } = scenario.tenant;
    const messages = await raw`select id from outbox_message where organization_id = ${organizationId}`;
    expect(messages.length).toBeGreaterThan(0);
    for (const { id } of messages) await sendMessage(services, { messageId: id }, new AbortController().signal);
    expect(left).toEqual([]);
    const kept = await raw`select distinct status, via from outbox_message where organization_id = ${organizationId}`;
    expect([...kept]).toEqual([{ status: "kept", via: "sandbox" }]);
  });
});

describe("POST /sandbox/track", () => {
  test("200: the driver is seen along the whole way, the last time now", async () => {
    const day = await sandboxDay();
    const body = { assignment_id: day.assignment(0), points: 10, duration_seconds: 900 };
    const { status, body: tracked } = await ask(day, day.key, "/sandbox/track", body);
    expect(status).toBe(200);
    expect(tracked).toMatchObject({ stored: 10, refused: 0 });
    const [batch] = day.positions;
    const times = batch!.fixes.map(({ recordedAtMs }) => recordedAtMs);
    expect(times.at(-1)! - times[0]!).toBe(900_000);
    expect(new Set(batch!.fixes.map(({ lat }) => lat)).size).toBe(10);
    expect((await ask(day, day.key, "/sandbox/track", { ...body, points: 1 })).status).toBe(422);
  });
});

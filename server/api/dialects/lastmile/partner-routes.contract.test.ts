import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { undress } from "./ids";
import { drivenShop } from "./testing/driven-shop";

/** Route 1 is driven by a partner's driver, route 2 by one of our own; deliveries 2 and 3 are fetched at a door first. */
async function partnersDay() {
  const day = await drivenShop(
    [[0, 1], [4], [2, 3]],
    [
      { at: [1, 1] },
      { at: [2, 2] },
      { at: [3, 3], pickupAt: [1, 2], windows: [{ fromSeconds: 8 * 3600, toSeconds: 10 * 3600 }] },
      { at: [4, 4], pickupAt: [2, 1], windows: [{ fromSeconds: 8 * 3600, toSeconds: 10 * 3600 }] },
      { at: [5, 5] },
    ],
  );
  const { raw } = day.scenario.tenant.database;
  const { body: made } = await day.ask("POST", "/partners", { body: { name: "Swift", type: "3pl" } });
  const id: string = made.partner_id;
  const { body: key } = await day.ask("POST", "/keys", { body: { name: "Swift's", partner_id: id } });
  const partnerId = undress("partner", id)!;
  for (const driver of [0, 2]) {
    await raw`update driver set partner_id = ${partnerId} where id = ${day.scenario.driverIds[driver]!}`;
  }
  const say = (assignment: string, body: object) => {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(day.clock.now().getTime() / 1000));
    const signature = createHmac("sha256", key.signing_secret).update(`${timestamp}.${text}`).digest("hex");
    const headers = {
      "content-type": "application/json",
      "x-partner-timestamp": timestamp,
      "x-partner-signature": `sha256=${signature}`,
    };
    const path = `/partner-api/partners/${id}/assignments/${assignment}/status`;
    return day.ask("POST", path, { token: key.key, body: text, headers });
  };
  const list = async () =>
    (await day.ask("GET", `/partner-api/partners/${id}/assignments`, { token: key.key })).body.items as {
      assignment_id: string;
      status: string;
    }[];
  const statusOf = async (visit: number) => (await day.ask("GET", `/deliveries/${day.delivery(visit)}`)).body.status;
  return { ...day, raw, id, say, list, statusOf };
}

let day: Awaited<ReturnType<typeof partnersDay>>;
beforeAll(async () => {
  day = await partnersDay();
});

describe("a partner whose drivers have routes", () => {
  test("lists them as assignments of kind route, with their deliveries, and nobody else's", async () => {
    const items = await day.list();
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      assignment_id: day.assignment(0),
      kind: "route",
      status: "dispatched",
      route_id: day.assignment(0).replace("asg", "route"),
      driver_id: expect.stringMatching(/^drv_/),
      vehicle_id: expect.stringMatching(/^veh_/),
    });
    const [{ delivery_ids, deliveries }] = items as unknown as [{ delivery_ids: string[]; deliveries: unknown[] }];
    expect([...delivery_ids].sort()).toEqual([day.delivery(0), day.delivery(1)].sort());
    expect(deliveries).toHaveLength(2);
  });

  test("says how one door went, and then the rest; each becomes its driver's act", async () => {
    const assignment = day.assignment(0);
    expect((await day.say(assignment, { status: "accepted" })).body).toMatchObject({ outcome: "applied" });
    day.clock.advanceSeconds(60);
    const first = await day.say(assignment, { status: "delivered", delivery_id: day.delivery(0) });
    expect(first.body).toMatchObject({ accepted: true, outcome: "applied" });
    expect([await day.statusOf(0), await day.statusOf(1)]).toEqual(["delivered", "enroute"]);
    expect((await day.list())[0]).toMatchObject({ status: "started" });
    day.clock.advanceSeconds(60);
    const failed = { status: "failed", stop_id: day.stop(1), reason: "nobody home", event_id: "e-1" };
    expect((await day.say(assignment, failed)).body.outcome).toBe("applied");
    expect((await day.say(assignment, failed)).body.outcome).toBe("duplicate");
    expect(await day.statusOf(1)).toBe("failed");
    const { body: timeline } = await day.ask("GET", `/deliveries/${day.delivery(0)}/timeline`);
    expect(timeline.items.map(({ type }: { type: string }) => type)).toContain("stop.completed");
  });

  test("404: a route of somebody else's driver, and a delivery that is on another", async () => {
    expect((await day.say(day.assignment(1), { status: "accepted" })).status).toBe(404);
    const elsewhere = { status: "delivered", delivery_id: day.delivery(4) };
    expect((await day.say(day.assignment(0), elsewhere)).status).toBe(404);
    expect(await day.statusOf(4)).not.toBe("delivered");
  });
});

describe("GET /partners/{partnerId}/performance of pickups", () => {
  test("200: fetched in time is none missed; late or not at all, and what was given back, are", async () => {
    const own = await partnersDay();
    const span = "?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";
    const missed = async () => (await own.ask("GET", `/partners/${own.id}/performance${span}`)).body.missed_pickups;
    await own.raw`update delivery_visit v set windows = '[{"date":"2026-06-10","fromSeconds":28800,"toSeconds":36000}]'
      where v.role = 'pickup' and v.organization_id = ${own.scenario.tenant.organizationId}`;
    // 09:00 in Copenhagen: both may still be fetched by ten.
    expect(await missed()).toBe(0);
    const picked = { status: "picked_up", delivery_id: own.delivery(2) };
    expect((await own.say(own.assignment(2), picked)).body.outcome).toBe("applied");
    own.clock.advanceSeconds(2 * 3600);
    expect(await missed()).toBe(1);
    const late = { status: "picked_up", delivery_id: own.delivery(3) };
    expect((await own.say(own.assignment(2), late)).body.outcome).toBe("applied");
    expect(await missed()).toBe(1);
    const [{ id }] = await own.raw<[{ id: string }]>`insert into partner_handover
      (organization_id, id, partner_id, delivery_id, status, ended_at, created_at, updated_at)
      values (${own.scenario.tenant.organizationId}, ${own.scenario.tenant.newId()}, ${undress("partner", own.id)!},
        ${own.scenario.deliveryIds[4]!}, 'given-back', now(), now(), now()) returning id`;
    expect(id).toBeDefined();
    expect(await missed()).toBe(2);
  });
});

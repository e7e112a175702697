import { describe, expect, test } from "vitest";
import { RUNNING } from "@/server/domain/access/permissions";
import { runAssignmentJob } from "@/server/services/assignment/run-assignment-job";
import { lockRoutes } from "@/server/services/plan/lock-routes";
import { readRouteSheet } from "@/server/services/plan/read-route-sheet";
import { dress, undress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const NOBODY = dress("delivery", "01980000-0000-8000-8000-000000000001");
const never = new AbortController().signal;
const day = "2031-03-03";

/** A shop with so many drivers, who start where they said, and so many deliveries of a day. */
async function fleet(drivers: number, deliveries: number) {
  const mine = await shop();
  const driverIds: string[] = [];
  for (let index = 0; index < drivers; index++) {
    const start_location = { lat: 55.68, lon: 12.56 + index * 0.01 };
    const body = { name: `Driver ${index}`, metadata: { start_location } };
    driverIds.push((await mine.ask("POST", "/drivers", { body })).body.id);
  }
  return { ...mine, driverIds, deliveryIds: await deliver(mine, deliveries) };
}

async function deliver({ ask }: Pick<Shop, "ask">, count: number, overrides: Record<string, unknown> = {}) {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const dropoff = deliveryRequest().dropoff;
    const location = { lat: 55.66 + index * 0.004, lon: 12.55 + (index % 3) * 0.01 };
    const at = { ...dropoff, window: { from: `${day}T08:00:00Z`, to: `${day}T16:00:00Z` } };
    const body = deliveryRequest({
      source_id: `d-${index}-${Math.random()}`,
      pickup: undefined,
      dropoff: { ...at, address: { ...dropoff.address, location } },
      ...overrides,
    });
    const { body: made } = await ask("POST", "/deliveries", { body });
    ids.push(made.delivery_id);
  }
  return ids;
}

const auto = (ask: Shop["ask"], delivery_ids: readonly string[], more: Record<string, unknown> = {}) =>
  ask("POST", "/assignments/auto", { body: { delivery_ids, ...more } });

describe("POST /assignments/auto", () => {
  test("200: deliveries are on routes of their day, assigned, with everything a route is told by", async () => {
    const { ask, deliveryIds, driverIds } = await fleet(2, 4);
    const { status, body } = await auto(ask, deliveryIds, { strategy: "cost" });
    expect(status).toBe(200);
    expect(body.unassigned).toEqual([]);
    const served = body.assignments.flatMap((each: { delivery_ids: string[] }) => each.delivery_ids);
    expect(served.toSorted()).toEqual(deliveryIds.toSorted());
    const [first] = body.assignments;
    expect(first).toMatchObject({
      assignment_id: first.id,
      status: "assigned",
      locked: false,
      date: day,
      next_stop: { sequence: 1, type: "dropoff", status: "pending" },
    });
    expect(driverIds).toContain(first.driver_id);
    expect(first.route_geometry.length).toBeGreaterThan(10);
    expect(first.estimated_distance_m).toBeGreaterThan(0);
    expect(first.estimated_time_s).toBeGreaterThan(0);
    expect(first.cost).toBeGreaterThan(0);
    expect(first.eta_per_stop.map(({ stop_id }: { stop_id: string }) => stop_id)).toEqual(
      first.stops.map(({ stop_id }: { stop_id: string }) => stop_id),
    );
    for (const id of deliveryIds) {
      const { body: delivery } = await ask("GET", `/deliveries/${id}`);
      expect(delivery).toMatchObject({
        status: "assigned",
        assignment: { assignment_id: expect.stringMatching(/^asg_/) },
      });
    }
  });

  test("200: a door's second line is on its driver's sheet, and in his app", async () => {
    const { ask, tenant, driverIds, deliveryIds } = await fleet(1, 1);
    const { body } = await auto(ask, deliveryIds);
    const context = tenant.context();
    const opened = { id: undress("driver", driverIds[0]!)!, routeId: undress("assignment", body.assignments[0].id)! };
    const actor = { ...context.actor, ...opened, kind: "driver" as const, permissions: new Set(RUNNING) };
    const sheet = await readRouteSheet({ ...context, actor }, {});
    expect(sheet?.stops.map(({ place }) => place.street)).toEqual(["Bredgade 1, 2. tv."]);
    const { body: token } = await ask("POST", `/drivers/${driverIds[0]}/impersonate-token`);
    const route = await ask("GET", `/driver-api/assignment/${body.assignments[0].id}/route`, { token: token.token });
    expect(route.body.stops[0].address).toBe("Bredgade 1, 2. tv., 1260 København K");
    const { body: delivery } = await ask("GET", `/deliveries/${deliveryIds[0]}`);
    expect(delivery.dropoff.address).toMatchObject({ line1: "Bredgade 1", line2: "2. tv.", region: "Hovedstaden" });
  });

  test("200: asked twice, and by two at once, each delivery is on one route", async () => {
    const { ask, deliveryIds } = await fleet(3, 6);
    const answers = await Promise.all([
      auto(ask, deliveryIds.slice(0, 4)),
      auto(ask, deliveryIds.slice(2)),
      auto(ask, deliveryIds),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const places = new Map<string, Set<string>>();
    for (const { body } of answers) {
      for (const { assignment_id, delivery_ids } of body.assignments) {
        for (const id of delivery_ids) places.set(id, (places.get(id) ?? new Set()).add(assignment_id));
      }
    }
    expect([...places.keys()].toSorted()).toEqual(deliveryIds.toSorted());
    expect([...places.values()].every(({ size }) => size === 1)).toBe(true);
    const { body: again } = await auto(ask, deliveryIds);
    expect(again.unassigned).toEqual([]);
    expect(new Set(again.assignments.map(({ id }: { id: string }) => id))).toEqual(
      new Set([...places.values()].flatMap((ids) => [...ids])),
    );
  });

  test("200: limits reach the optimizer; what finds no room says why", async () => {
    const { ask, deliveryIds } = await fleet(1, 3);
    const narrow = await auto(ask, deliveryIds, { constraints: { max_stops_per_route: 2 } });
    expect(narrow.body.assignments[0].stops).toHaveLength(2);
    expect(narrow.body.unassigned).toMatchObject([{ reason: "max_visits" }]);
    const left = narrow.body.unassigned[0].delivery_id;
    const bike = await auto(ask, [left], { constraints: { vehicle_type: "bike" } });
    expect(bike.body).toMatchObject({ assignments: [], unassigned: [{ delivery_id: left, reason: "no_driver" }] });
    const [night] = await deliver({ ask }, 1, {
      dropoff: { ...deliveryRequest().dropoff, window: { from: `${day}T01:00:00Z`, to: `${day}T02:00:00Z` } },
    });
    const strict = await auto(ask, [night!]);
    expect(strict.body.unassigned).toMatchObject([{ delivery_id: night, reason: "time_window" }]);
    const soft = await auto(ask, [night!], { time_window_policy: "soft" });
    expect(soft.body.unassigned).toEqual([]);
    const [nowhere] = await deliver({ ask }, 1, {
      dropoff: { address: { line1: "Somewhere 1", city: "Nowhere" }, window: deliveryRequest().dropoff.window },
    });
    expect((await auto(ask, [nowhere!])).body.unassigned).toMatchObject([{ reason: "unlocated" }]);
  });

  test("200: nobody to drive, a delivery that is over, a day that is past", async () => {
    const { ask, deliveryIds } = await fleet(0, 1);
    expect((await auto(ask, deliveryIds)).body.unassigned).toMatchObject([{ reason: "no_driver" }]);
    await ask("POST", `/deliveries/${deliveryIds[0]}/cancel`);
    expect((await auto(ask, deliveryIds)).body.unassigned).toMatchObject([{ reason: "closed" }]);
    const window = { from: "2020-03-03T08:00:00Z", to: "2020-03-03T10:00:00Z" };
    const [past] = await deliver({ ask }, 1, { dropoff: { ...deliveryRequest().dropoff, window } });
    expect((await auto(ask, [past!])).body.unassigned).toMatchObject([{ reason: "past_day" }]);
  });

  test("200: a locked route is left alone", async () => {
    const { ask, deliveryIds, tenant } = await fleet(1, 2);
    const { body } = await auto(ask, deliveryIds.slice(0, 1));
    const [{ route_id }] = body.assignments;
    const routeId = undress("route", route_id)!;
    const [{ planId }] = await tenant.database.raw<
      [{ planId: string }]
    >`select plan_id as "planId" from route where id = ${routeId}`;
    await lockRoutes(tenant.context(), { planId, mutationId: tenant.newId(), routeIds: [routeId], locked: true });
    const { body: after } = await auto(ask, deliveryIds.slice(1));
    expect(after).toMatchObject({ assignments: [], unassigned: [{ reason: "no_driver" }] });
  });

  test("202: a job that is polled, and gives what it has come to", async () => {
    const { ask, deliveryIds, tenant } = await fleet(1, 2);
    const headers = { prefer: "respond-async" };
    const { status, body } = await ask("POST", "/assignments/auto", { body: { delivery_ids: deliveryIds }, headers });
    expect(status).toBe(202);
    expect((await ask("GET", `/jobs/${body.job_id}`)).body).toMatchObject({
      status: "queued",
      type: "assignments",
      total: 2,
    });
    await runAssignmentJob(tenant.systemContext(), undress("job", body.job_id)!, never);
    const { body: job } = await ask("GET", `/jobs/${body.job_id}`);
    expect(job).toMatchObject({ status: "succeeded", processed: 2, result: { unassigned: [] } });
    expect(job.result.assignments[0].delivery_ids.toSorted()).toEqual(deliveryIds.toSorted());
    expect((await ask("POST", `/jobs/${body.job_id}/cancel`)).status).toBe(409);
  });

  test("400, 403, 404, 422: what cannot be meant, a key not made for it, what is not this tenant's", async () => {
    const { ask, deliveryIds } = await fleet(1, 1);
    expect((await auto(ask, [NOBODY])).status).toBe(404);
    expect((await auto((await shop()).ask, deliveryIds)).status).toBe(404);
    expect((await auto(ask, ["x"])).status).toBe(404);
    expect((await auto(ask, [])).status).toBe(422);
    expect((await auto(ask, deliveryIds, { strategy: "fast" })).status).toBe(422);
    expect((await auto(ask, deliveryIds, { constraints: { max_stops_per_route: 0 } })).status).toBe(422);
    expect((await ask("POST", "/assignments/auto", { body: { delivery_ids: "all" } })).status).toBe(400);
    expect((await auto((await shop(["plans:read"])).ask, deliveryIds)).status).toBe(403);
  });
});

describe("POST /assignments/{assignmentJobId}/cancel", () => {
  test("200, 409: one that waits does nothing any more; one that has ended is refused", async () => {
    const { ask, deliveryIds, tenant } = await fleet(1, 1);
    const headers = { prefer: "respond-async" };
    const request = { body: { delivery_ids: deliveryIds }, headers };
    const { body: first } = await ask("POST", "/assignments/auto", request);
    for (let count = 0; count < 2; count++) {
      const { status, body } = await ask("POST", `/assignments/${first.job_id}/cancel`);
      expect([status, body.status]).toEqual([200, "cancelled"]);
    }
    await runAssignmentJob(tenant.systemContext(), undress("job", first.job_id)!, never);
    expect((await ask("GET", `/deliveries/${deliveryIds[0]}`)).body.status).toBe("requested");
    const { body: second } = await ask("POST", "/assignments/auto", request);
    await runAssignmentJob(tenant.systemContext(), undress("job", second.job_id)!, never);
    expect((await ask("POST", `/assignments/${second.job_id}/cancel`)).status).toBe(409);
    expect((await (await shop()).ask("POST", `/assignments/${second.job_id}/cancel`)).status).toBe(404);
  });
});

describe("GET /assignments/{assignmentId}", () => {
  test("200, 404: driver, vehicle and route; unknown and another tenant's are the same nothing", async () => {
    const { ask, deliveryIds } = await fleet(1, 2);
    const { body } = await auto(ask, deliveryIds);
    const [made] = body.assignments;
    const answer = await ask("GET", `/assignments/${made.id}`);
    expect(answer.body).toEqual(made);
    expect((await (await shop()).ask("GET", `/assignments/${made.id}`)).status).toBe(404);
    for (const id of ["x", dress("assignment", "01980000-0000-8000-8000-000000000001")]) {
      expect((await ask("GET", `/assignments/${id}`)).status).toBe(404);
    }
  });
});

describe("POST /optimizer/preview", () => {
  test("200: the plan that auto would make, and nothing is stored", async () => {
    const { ask, deliveryIds, tenant } = await fleet(2, 5);
    const before = await everything(tenant);
    const { status, body } = await ask("POST", "/optimizer/preview", { body: { delivery_ids: deliveryIds } });
    expect(status).toBe(200);
    expect(body.eta_per_stop).toHaveLength(5);
    expect(body.route_id).toMatch(/^route_/);
    expect(body.route_geometry.length).toBeGreaterThan(10);
    expect(body.estimated_distance_m).toBeGreaterThan(0);
    expect(body.estimated_time_s).toBeGreaterThan(0);
    expect(body.cost).toBeGreaterThan(0);
    expect(await everything(tenant)).toEqual(before);
    const { body: made } = await auto(ask, deliveryIds);
    const order = (stops: { delivery_id: string }[]) => stops.map(({ delivery_id }) => delivery_id);
    expect(
      made.assignments.flatMap((each: { stops: { delivery_id: string }[] }) => order(each.stops)).toSorted(),
    ).toEqual(order(body.stops).toSorted());
    expect(await everything(tenant)).not.toEqual(before);
  });

  test("400, 404, 422: as of what is assigned", async () => {
    const { ask } = await shop();
    expect((await ask("POST", "/optimizer/preview", { body: {} })).status).toBe(400);
    expect((await ask("POST", "/optimizer/preview", { body: { delivery_ids: [NOBODY] } })).status).toBe(404);
    expect((await ask("POST", "/optimizer/preview", { body: { delivery_ids: [] } })).status).toBe(422);
  });
});

describe("POST /optimizer/options", () => {
  test("200, 404: the fastest and the cheapest, neither worse than the other at its own", async () => {
    const { ask, deliveryIds } = await fleet(2, 6);
    const { body } = await ask("POST", "/optimizer/options", {
      body: { delivery_ids: deliveryIds, strategy: "balanced" },
    });
    const [fast, cheap, balanced] = body.options;
    expect([fast.strategy, cheap.strategy, balanced.strategy]).toEqual(["latency", "cost", "balanced"]);
    expect(cheap.cost).toBeLessThanOrEqual(fast.cost);
    for (const option of body.options) expect(option.eta_per_stop).toHaveLength(6);
    expect((await ask("POST", "/optimizer/options", { body: { delivery_ids: [NOBODY] } })).status).toBe(404);
  });
});

/** All rows that a plan is made of, of one tenant. */
async function everything({ database, organizationId }: Shop["tenant"]) {
  const tables = [
    "plan",
    "route",
    "stop",
    "driver_day",
    "assignment",
    "vehicle",
    "driver",
    "delivery",
    "event",
    "optimization",
  ];
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    rows[table] = await database.raw`
      select to_jsonb(t) as row from ${database.raw(table)} t where organization_id = ${organizationId} order by t::text`;
  }
  return rows;
}

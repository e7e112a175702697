import { beforeAll, describe, expect, test } from "vitest";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { listMessages } from "@/server/services/message/list-messages";
import { type Shop, shop, stopRequest, stopRequests } from "./testing/shop";

const NOBODY = "0123456789abcdef01234567";

let it: Shop;
beforeAll(async () => {
  it = await shop({ vans: 2 });
});

/** A plan of a day with so many stops, optimized: its one route that has stops. */
async function planned(date: string, stops = 3) {
  const plan = await it.planOn(date);
  await it.push(plan.id, stopRequests(stops));
  await it.done("POST", `/v2/plan/${plan.id}/optimize`);
  const routes = await it.done("GET", `/v2/plan/${plan.id}/routes`);
  return { plan, route: routes.find((each: { stops: unknown[] }) => each.stops.length > 0) };
}
const ids = (stops: readonly { id: string }[]) => stops.map(({ id }) => id);

describe("GET /v2/plan/{id}/routes", () => {
  test("200: a bare list, stops in driving order with what they are; 404 of no plan", async () => {
    const { plan, route } = await planned("2031-05-22");
    expect(route).toMatchObject({
      plan_id: plan.id,
      project_id: it.project_id,
      status: "not_started",
      is_locked: false,
      start_location: { lat: 55.67, lng: 12.55 },
      distance: expect.any(Number),
    });
    expect(it.vehicles.map(({ id }: { id: string }) => id)).toContain(route.vehicle_id);
    const arrivals = route.stops.map((stop: { estimated_arrival: string }) => stop.estimated_arrival);
    expect(arrivals).toEqual([...arrivals].sort());
    expect(route.stops[0]).toMatchObject({ route_id: route.id, phone: "+34600111222", position: 0 });
    expect((await it.ask("GET", `/v2/plan/${NOBODY}/routes`)).status).toBe(404);
  });
});

describe("GET /v2/route/{id}", () => {
  test("200: the same; 404: nobody's", async () => {
    const { route } = await planned("2031-05-23");
    expect(await it.done("GET", `/v2/route/${route.id}`)).toEqual(route);
    const { status, body } = await it.ask("GET", `/v2/route/${NOBODY}`);
    expect([status, body.message_id]).toEqual([404, "highway.route.error.not_found"]);
  });
});

describe("POST /v2/route/{id}/dispatch", () => {
  test("200: the driver's address and a link that opens his route; the status stays, and each call makes a new link", async () => {
    const { route } = await planned("2031-05-24");
    const dispatch = () => it.done("POST", `/v2/route/${route.id}/dispatch`);
    const [first, second] = [await dispatch(), await dispatch()];
    expect(first.email).toMatch(/^van\d@example\.com$/);
    const opens = async ({ public_link }: { public_link: string }) =>
      resolveRouteLink(it.tenant.database, public_link.split("/run/")[1]!, new Date());
    expect(await opens(first)).toBeFalsy();
    expect(await opens(second)).toMatchObject({ organizationId: it.tenant.organizationId });
    expect(await it.done("GET", `/v2/route/${route.id}`)).toMatchObject({ status: "not_started" });
    const messages = await listMessages(it.tenant.context(), {});
    expect(messages.map(({ channel }) => channel).sort()).toEqual(["email", "email", "sms", "sms"]);
    const told = await it.tenant.database.raw`select 1 from customer_told
      where organization_id = ${it.tenant.organizationId}`;
    expect(told.length).toBe(3);
  });

  test("409: a route without stops; 404: nobody's", async () => {
    const plan = await it.planOn("2031-05-25");
    const [route] = await it.done("POST", "/v2/routes", {
      query: { plan_id: plan.id },
      body: [{ vehicle_id: it.vehicles[0].id }],
    });
    const { status, body } = await it.ask("POST", `/v2/route/${route.id}/dispatch`);
    expect([status, body.message_id]).toEqual([409, "highway.route.error.no_stops"]);
    expect((await it.ask("POST", `/v2/route/${NOBODY}/dispatch`)).status).toBe(404);
  });
});

describe("POST /v2/routes", () => {
  test("200: one per vehicle, in the plan it is made for; 409: a vehicle twice a day, 404: nobody's", async () => {
    const [day, evening] = [await it.planOn("2031-05-26", "Day"), await it.planOn("2031-05-26", "Evening")];
    const make = (planId: string, body: unknown) => it.ask("POST", "/v2/routes", { query: { plan_id: planId }, body });
    const [one, two] = it.vehicles.map(({ id }: { id: string }) => ({ vehicle_id: id }));
    const made = await make(evening.id, [one]);
    expect(made.body).toMatchObject([{ plan_id: evening.id, ...one, stops: [], status: "not_started" }]);
    expect(await it.done("GET", `/v2/plan/${day.id}/routes`)).toEqual([]);
    const again = await make(day.id, [two, one]);
    expect([again.status, again.body.message_id]).toEqual([409, "highway.route.error.vehicle_unavailable"]);
    expect((await make(day.id, two)).status).toBe(200);
    expect((await make(NOBODY, [two])).status).toBe(404);
    expect((await make(day.id, [{}])).status).toBe(400);
  });
});

describe("PUT /v2/route/{id}", () => {
  test("200: locked and unlocked; 404: nobody's; 400: with another type", async () => {
    const { route } = await planned("2031-05-27");
    const put = (body: unknown, id = route.id) => it.ask("PUT", `/v2/route/${id}`, { body });
    expect((await put({ is_locked: true })).body.is_locked).toBe(true);
    expect((await put({ locked: false })).body.is_locked).toBe(false);
    expect((await put({})).status).toBe(200);
    expect([(await put({}, NOBODY)).status, (await put({ is_locked: "yes" })).status]).toEqual([404, 400]);
  });
});

describe("DELETE /v2/route/{id}", () => {
  test("409: while it is locked; 200: its stops stay in the plan, on no route; 404: the second time", async () => {
    const { plan, route } = await planned("2031-05-28");
    await it.done("PUT", `/v2/route/${route.id}`, { body: { is_locked: true } });
    const { status, body } = await it.ask("DELETE", `/v2/route/${route.id}`);
    expect([status, body.message_id]).toEqual([409, "highway.route.error.locked"]);
    await it.done("PUT", `/v2/route/${route.id}`, { body: { is_locked: false } });
    expect(await it.done("DELETE", `/v2/route/${route.id}`)).toMatchObject({ id: route.id, deleted: true });
    const stops = await it.done("GET", `/v2/plan/${plan.id}/stops`);
    expect(stops.map(({ route_id }: { route_id: null }) => route_id)).toEqual([null, null, null]);
    expect((await it.ask("DELETE", `/v2/route/${route.id}`)).status).toBe(404);
  });
});

describe("PUT /v2/route/{id}/stops", () => {
  test("200: the order said; what is left out is on no route, and comes back by being named", async () => {
    const { plan, route } = await planned("2031-05-29");
    const [a, b, c] = ids(route.stops) as [string, string, string];
    const reorder = async (stops: string[]) =>
      ids((await it.done("PUT", `/v2/route/${route.id}/stops`, { body: { stops } })).stops);
    expect(await reorder([c, a])).toEqual([c, a]);
    const [left] = (await it.done("GET", `/v2/plan/${plan.id}/stops`)).filter(
      ({ route_id }: { route_id: string | null }) => route_id === null,
    );
    expect(left.id).toBe(b);
    expect(await reorder([b, c, a])).toEqual([b, c, a]);
  });

  test("409: another plan's stops, or one twice; 404: nobody's route; 400: no list", async () => {
    const { route } = await planned("2031-05-30");
    const other = await it.planOn("2031-05-31");
    const [foreign] = await it.push(other.id, [stopRequest(1)]);
    const put = (body: unknown, id = route.id) => it.ask("PUT", `/v2/route/${id}/stops`, { body });
    for (const stops of [[foreign.id], [route.stops[0].id, route.stops[0].id]]) {
      const { status, body } = await put({ stops });
      expect([status, body.message_id]).toEqual([409, "highway.route.error.foreign_stop"]);
    }
    expect((await put({ stops: [] }, NOBODY)).status).toBe(404);
    expect((await put({ stops: "all" })).status).toBe(400);
    expect(ids((await it.done("GET", `/v2/route/${route.id}`)).stops)).toEqual(ids(route.stops));
  });
});

describe("POST /v2/route/{id}/optimize", () => {
  test("200: in order anew, and what does not fit is on no route; also once it is dispatched", async () => {
    const { route } = await planned("2031-06-01", 5);
    const worst = [...ids(route.stops)].reverse();
    await it.done("PUT", `/v2/route/${route.id}/stops`, { body: { stops: worst } });
    const before = await it.done("GET", `/v2/route/${route.id}`);
    const { route: after, unassigned_stops } = await it.done("POST", `/v2/route/${route.id}/optimize`);
    expect(unassigned_stops).toEqual([]);
    expect(after.distance).toBeLessThanOrEqual(before.distance);
    expect([...ids(after.stops)].sort()).toEqual([...worst].sort());
    const [first] = ids(after.stops);
    await it.done("PUT", `/v2/stop/${first}`, { body: { time_windows: [[60, 120]] } });
    const squeezed = await it.done("POST", `/v2/route/${route.id}/optimize`);
    expect(squeezed.unassigned_stops).toEqual([first]);
    expect(squeezed.route.stops).toHaveLength(4);
    await it.done("POST", `/v2/route/${route.id}/dispatch`);
    const sent = await it.done("POST", `/v2/route/${route.id}/optimize`);
    expect(sent.route.stops).toHaveLength(4);
  });

  test("409: locked; 404: nobody's", async () => {
    const { route } = await planned("2031-06-02");
    await it.done("PUT", `/v2/route/${route.id}`, { body: { is_locked: true } });
    expect((await it.ask("POST", `/v2/route/${route.id}/optimize`)).body.message_id).toBe("highway.route.error.locked");
    expect((await it.ask("POST", `/v2/route/${NOBODY}/optimize`)).status).toBe(404);
  });
});

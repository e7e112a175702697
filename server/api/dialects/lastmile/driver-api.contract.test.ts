import { beforeAll, describe, expect, test } from "vitest";
import { dress } from "./ids";
import { drivenShop } from "./testing/driven-shop";

const NOTHING = "01980000-0000-8000-8000-000000000001";
const HOME = { lat: 55.68, lon: 12.57, accuracy_meters: 8 };

type Day = Awaited<ReturnType<typeof drivenShop>>;
/** Route 1 has visits 0–2, route 2 has 3, route 3 has 4 and 5, route 4 has 6. */
let day: Day;

beforeAll(async () => {
  day = await drivenShop([[0, 1, 2], [3], [4, 5], [6], [7], [8, 9, 10]]);
});

const statusOf = async (delivery: number) =>
  (await day.ask("GET", `/deliveries/${day.delivery(delivery)}`)).body.status;
const at = (minutes: number) => new Date(day.clock.now().getTime() + minutes * 60_000).toISOString();
const eventTypes = async (delivery: number) => {
  const { body } = await day.ask("GET", `/deliveries/${day.delivery(delivery)}/timeline`);
  return body.items.map(({ type }: { type: string }) => type) as string[];
};

describe("GET /driver-api/assignment/{assignmentId}/route", () => {
  test("200: the way, the stops in order, and which comes next; under the plural as well", async () => {
    const { status, body } = await day.asDriver(0, "GET", `/assignment/${day.assignment(0)}/route`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      assignment_id: day.assignment(0),
      route_id: day.assignment(0).replace("asg", "route"),
      status: "offered",
      next_stop: { sequence: 1, status: "pending", type: "dropoff" },
    });
    expect(body.stops.map(({ stop_id }: { stop_id: string }) => stop_id).sort()).toEqual(
      [day.stop(0), day.stop(1), day.stop(2)].sort(),
    );
    expect(body.estimated_distance_m).toBeGreaterThan(0);
    expect(body.route_geometry.length).toBeGreaterThan(4);
    const { body: plural } = await day.asDriver(0, "GET", `/assignments/${day.assignment(0)}/route`);
    expect(plural).toEqual(body);
    // Asked for by his app, it is opened, once.
    const opened = await day.scenario.tenant.database.raw<{ routeId: string }[]>`
      select data ->> 'routeId' as "routeId" from event
      where organization_id = ${day.scenario.tenant.organizationId} and type = 'assignment.opened'`;
    expect(opened.filter(({ routeId }) => dress("assignment", routeId) === day.assignment(0))).toHaveLength(1);
  });

  test("401, 403, 404: no token, a key, another driver's route, none", async () => {
    const path = `/driver-api/assignment/${day.assignment(0)}/route`;
    expect((await day.ask("GET", path, { token: null })).status).toBe(401);
    expect((await day.ask("GET", path)).body.error.code).toBe("credential");
    expect((await day.asDriver(1, "GET", `/assignment/${day.assignment(0)}/route`)).status).toBe(404);
    const none = await day.asDriver(0, "GET", `/assignment/${dress("assignment", NOTHING)}/route`);
    expect(none.status).toBe(404);
  });
});

describe("POST /driver-api/assignments/{assignmentId}/accept", () => {
  test("200, 404: taken, again as well; another driver's is not there", async () => {
    const path = `/assignments/${day.assignment(1)}/accept`;
    const first = await day.asDriver(1, "POST", path);
    expect(first.body).toMatchObject({ status: "accepted", result: "applied" });
    expect((await day.asDriver(1, "POST", path, { body: {} })).body).toMatchObject({ result: "duplicate" });
    expect((await day.asDriver(0, "POST", path)).status).toBe(404);
    expect((await day.asDriver(1, "POST", path, { body: { timestamp: "noon" } })).status).toBe(422);
    expect((await day.asDriver(1, "POST", path, { body: { timestamp: 12 } })).status).toBe(400);
    const { body: audit } = await day.ask("GET", "/audit");
    const said = audit.items.find(({ action }: { action: string }) => action === "assignment.accepted");
    expect(said?.actor?.kind).toBe("driver");
  });
});

describe("POST /driver-api/assignments/{assignmentId}/decline", () => {
  test("200, 409: the deliveries go back into the pool, nobody else's; what is declined stays so", async () => {
    const path = `/assignments/${day.assignment(2)}/decline`;
    const body = { reason: "vehicle_problem", notes: "Flat tyre" };
    expect((await day.asDriver(2, "POST", path, { body: {} })).status).toBe(422);
    expect((await day.asDriver(2, "POST", path, { body: { reason: "rain" } })).status).toBe(422);
    const first = await day.asDriver(2, "POST", path, { body });
    expect(first.body).toMatchObject({ status: "declined", stops: [], result: "applied" });
    expect([await statusOf(4), await statusOf(5), await statusOf(3)]).toEqual(["requested", "requested", "assigned"]);
    expect((await day.asDriver(2, "POST", path, { body })).body).toMatchObject({ result: "duplicate" });
    const accept = await day.asDriver(2, "POST", `/assignments/${day.assignment(2)}/accept`);
    expect([accept.status, accept.body.error.details.reason]).toEqual([409, "route-declined"]);
    expect((await day.asDriver(0, "POST", path, { body })).status).toBe(404);
  });

  test("409: a route that is started cannot be declined", async () => {
    await day.asDriver(3, "POST", `/assignments/${day.assignment(3)}/start-route`);
    const decline = await day.asDriver(3, "POST", `/assignments/${day.assignment(3)}/decline`, {
      body: { reason_code: "sick" },
    });
    expect([decline.status, decline.body.error.details.reason]).toEqual([409, "route-begun"]);
    expect(await statusOf(6)).not.toBe("requested");
  });
});

describe("POST /driver-api/assignments/{assignmentId}/start-route", () => {
  test("200: the route is begun once, and its deliveries are on their way", async () => {
    const path = `/assignments/${day.assignment(0)}/start-route`;
    const body = { timestamp: at(-5) };
    expect((await day.asDriver(0, "POST", path, { body })).body).toMatchObject({
      status: "started",
      result: "applied",
    });
    expect((await day.asDriver(0, "POST", path, { body })).body).toMatchObject({ result: "duplicate" });
    expect((await day.asDriver(0, "POST", path)).body).toMatchObject({ result: "duplicate" });
    expect([await statusOf(0), await statusOf(1), await statusOf(3)]).toEqual(["enroute", "enroute", "assigned"]);
    const { body: page } = await day.ask("GET", "/deliveries?status=enroute&limit=200");
    const ids = page.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([day.delivery(0), day.delivery(1)]));
    expect(ids).not.toContain(day.delivery(3));
    const { body: rest } = await day.ask("GET", "/deliveries?status=assigned&limit=200");
    expect(rest.items.map(({ id }: { id: string }) => id)).not.toContain(day.delivery(0));
  });

  test("404, 422: nobody else's, and not tomorrow", async () => {
    const path = `/assignments/${day.assignment(1)}/start-route`;
    expect((await day.asDriver(0, "POST", path)).status).toBe(404);
    const early = await day.asDriver(1, "POST", path, { body: { timestamp: at(24 * 60) } });
    expect([early.status, early.body.error.details.reason]).toEqual([422, "in-the-future"]);
  });
});

describe("POST /driver-api/stops/{stopId}/arrive", () => {
  test("200: the first arrival counts, sent late or twice", async () => {
    const path = `/stops/${day.stop(0)}/arrive`;
    const location = { ...HOME, timestamp: at(-2) };
    const first = await day.asDriver(0, "POST", path, { body: { location } });
    expect(first.body).toMatchObject({ status: "arrived", delivery_status: "enroute", result: "applied" });
    expect((await day.asDriver(0, "POST", path, { body: { location } })).body.result).toBe("duplicate");
    expect((await day.asDriver(0, "POST", path)).body.result).toBe("duplicate");
    const later = await day.asDriver(0, "POST", path, { body: { timestamp: at(-1) } });
    expect(later.body).toMatchObject({ result: "superseded", arrived_at: first.body.arrived_at });
    expect((await eventTypes(0)).filter((type) => type === "stop.arrived")).toHaveLength(1);
    expect(await statusOf(0)).toBe("enroute");
  });

  test("400, 404, 422: another driver's stop, none, a place that is none", async () => {
    expect((await day.asDriver(1, "POST", `/stops/${day.stop(0)}/arrive`)).status).toBe(404);
    expect((await day.asDriver(0, "POST", `/stops/${dress("stop", NOTHING)}/arrive`)).status).toBe(404);
    const path = `/stops/${day.stop(1)}/arrive`;
    expect((await day.asDriver(0, "POST", path, { body: { location: { lat: 91, lon: 0 } } })).status).toBe(422);
    expect((await day.asDriver(0, "POST", path, { body: { location: "here" } })).status).toBe(400);
  });
});

describe("POST /driver-api/stops/{stopId}/attempt", () => {
  test("200, 409: told once by its number, and as often as the policy allows", async () => {
    const path = `/stops/${day.stop(1)}/attempt`;
    const first = await day.asDriver(0, "POST", path, { body: { attempt_number: 1, notes: "Nobody answers" } });
    expect(first.body).toMatchObject({ status: "attempted", result: "applied", notes: "Nobody answers" });
    const again = await day.asDriver(0, "POST", path, { body: { attempt_number: 1, notes: "Nobody answers" } });
    expect(again.body).toMatchObject({ result: "duplicate" });
    expect((await eventTypes(1)).filter((type) => type === "stop.completed")).toHaveLength(1);
    day.clock.advanceSeconds(60);
    expect((await day.asDriver(0, "POST", path, { body: { attempt_number: 2 } })).body.result).toBe("applied");
    const spent = await day.asDriver(0, "POST", path, { body: { attempt_number: 99 } });
    expect([spent.status, spent.body.error.details.reason]).toEqual([409, "attempts-spent"]);
  });

  test("400, 404, 422: without a number, at another's door, number nought", async () => {
    const path = `/stops/${day.stop(1)}/attempt`;
    expect((await day.asDriver(0, "POST", path, { body: {} })).status).toBe(400);
    expect((await day.asDriver(0, "POST", path, { body: { attempt_number: 0 } })).status).toBe(422);
    expect((await day.asDriver(1, "POST", path, { body: { attempt_number: 1 } })).status).toBe(404);
  });
});

describe("POST /driver-api/stops/{stopId}/failed", () => {
  test("200: failed until it is tried again, or returned at once", async () => {
    const retried = `/stops/${day.stop(8)}/failed`;
    const body = { reason: "no_one_home", next_action: "reschedule", timestamp: at(-1) };
    const first = await day.asDriver(5, "POST", retried, { body });
    expect(first.body).toMatchObject({ status: "failed", delivery_status: "failed", reason: "nobody_home" });
    expect(await statusOf(8)).toBe("failed");
    expect((await day.asDriver(5, "POST", retried, { body })).body.result).toBe("duplicate");
    const returned = `/stops/${day.stop(9)}/failed`;
    const sent = await day.asDriver(5, "POST", returned, {
      body: { reason: "refused", next_action: "return_to_warehouse" },
    });
    expect(sent.body).toMatchObject({ status: "failed", delivery_status: "returned" });
    expect(await statusOf(9)).toBe("returned");
  });

  test("200: another next step than was told before is a mistake put right", async () => {
    const path = `/stops/${day.stop(10)}/failed`;
    const tell = async (next_action: string) =>
      (await day.asDriver(5, "POST", path, { body: { reason: "no_one_home", next_action } })).body;
    expect(await tell("reschedule")).toMatchObject({ result: "applied", delivery_status: "failed" });
    day.clock.advanceSeconds(60);
    expect(await tell("return_to_warehouse")).toMatchObject({ result: "applied", delivery_status: "returned" });
    expect(await tell("return_to_warehouse")).toMatchObject({ result: "duplicate", delivery_status: "returned" });
  });

  test("a delivery that is planned anew still says how it went here", async () => {
    const retry = { window: { from: "2026-06-11T08:00:00Z", to: "2026-06-11T10:00:00Z" } };
    const { status } = await day.ask("POST", `/deliveries/${day.delivery(8)}/retry`, { body: retry });
    expect(status).toBeLessThan(300);
    const body = { reason: "no_one_home", next_action: "reschedule" };
    const again = await day.asDriver(5, "POST", `/stops/${day.stop(8)}/failed`, { body });
    expect(again.body).toMatchObject({ status: "failed", sequence: null, result: "duplicate" });
  });

  test("asked for again on the same day, it is for the window named last; said twice, nothing changes", async () => {
    const later = { from: "2026-06-11T12:00:00Z", to: "2026-06-11T14:00:00Z" };
    const body = { window: later, special_instructions: "Back door" };
    const ask = async () => (await day.ask("POST", `/deliveries/${day.delivery(8)}/retry`, { body })).body;
    const first = await ask();
    expect(first).toMatchObject({ status: "scheduled", dropoff: { window: later, instructions: "Back door" } });
    expect((await ask()).version).toBe(first.version);
  });

  test("404, 422: another's stop, a reason or a next step that is none", async () => {
    const path = `/stops/${day.stop(9)}/failed`;
    expect((await day.asDriver(0, "POST", path, { body: { reason: "refused" } })).status).toBe(404);
    expect((await day.asDriver(5, "POST", path, { body: { reason: "rain" } })).status).toBe(422);
    const body = { reason: "refused", next_action: "burn" };
    expect((await day.asDriver(5, "POST", path, { body })).status).toBe(422);
  });
});

describe("POST /driver-api/stop/{stopId}/partial", () => {
  test("200: some of it, under both paths", async () => {
    const first = await day.asDriver(4, "POST", `/stop/${day.stop(7)}/partial`, {
      body: { notes: "One box was wet", reason: "damaged" },
    });
    expect(first.body).toMatchObject({ status: "partial", delivery_status: "delivered", reason: "damaged" });
    const plural = await day.asDriver(4, "POST", `/stops/${day.stop(7)}/partial`, {
      body: { notes: "One box was wet" },
    });
    expect(plural.body.result).toBe("duplicate");
  });

  test("404, 422: another's stop, a package it has not", async () => {
    const path = `/stop/${day.stop(7)}/partial`;
    expect((await day.asDriver(0, "POST", path, { body: {} })).status).toBe(404);
    const body = { delivered_packages: ["pkg_9"] };
    expect((await day.asDriver(4, "POST", path, { body })).status).toBe(422);
  });
});

describe("POST /driver-api/location", () => {
  test("200: one, a list, or a list by name; on the route that is driven", async () => {
    const ping = {
      driver_id: dress("driver", day.scenario.driverIds[0]!),
      location: HOME,
      speed: 7.5,
      battery_pct: 80,
    };
    const old = { location: { ...HOME, timestamp: at(-60) } };
    for (const body of [ping, [ping, old], { pings: [old, ping] }]) {
      const { status, body: answer } = await day.asDriver(0, "POST", "/location", { body });
      expect([status, answer.refused]).toEqual([200, []]);
    }
    expect(day.positions.map(({ fixes }) => fixes.length)).toEqual([1, 2, 2]);
    expect(day.positions[0]).toMatchObject({
      driverId: day.scenario.driverIds[0],
      routeId: day.scenario.routeIds[0],
      fixes: [{ lat: 55.68, lng: 12.57, speedMps: 7.5, batteryPercent: 80, accuracyMeters: 8 }],
    });
  });

  test("what cannot be is refused by its place, and the rest kept", async () => {
    const body = [{ location: HOME }, { location: { ...HOME, timestamp: at(60) } }];
    const { body: answer } = await day.asDriver(0, "POST", "/location", { body });
    expect(answer).toEqual({ accepted: 1, refused: [{ index: 1, reason: "in-the-future" }] });
  });

  test("400, 403, 422: no location, another driver's, a place that is none", async () => {
    expect((await day.asDriver(0, "POST", "/location", { body: {} })).status).toBe(400);
    const body = { driver_id: dress("driver", day.scenario.driverIds[1]!), location: HOME };
    expect((await day.asDriver(0, "POST", "/location", { body })).status).toBe(403);
    const off = { location: { lat: 0, lon: 0 } };
    expect((await day.asDriver(0, "POST", "/location", { body: off })).status).toBe(422);
  });
});

describe("POST /driver-api/check-in", () => {
  test("200: on shift once, and so are his routes of the day", async () => {
    const first = await day.asDriver(1, "POST", "/check-in", { body: { timestamp: at(-3) } });
    expect(first.body).toMatchObject({ status: "on_shift", checked_out_at: null });
    expect((await day.asDriver(1, "POST", "/check-in")).body).toEqual(first.body);
    const driver = await day.ask("GET", `/drivers/${first.body.driver_id}`);
    expect(driver.body.status).toBe("on_shift");
    const { body: audit } = await day.ask("GET", "/audit?limit=200");
    const types = audit.items.map(({ action }: { action: string }) => action);
    expect(types).toEqual(expect.arrayContaining(["driver.checked-in", "route.checked-in"]));
  });

  test("404, 422: for nobody else's route, and not in an hour", async () => {
    const others = { assignment_id: day.assignment(0) };
    expect((await day.asDriver(1, "POST", "/check-in", { body: others })).status).toBe(404);
    expect((await day.asDriver(1, "POST", "/check-in", { body: { timestamp: at(60) } })).status).toBe(422);
  });
});

describe("POST /driver-api/check-out", () => {
  test("200, 409: off shift once; not before he has checked in", async () => {
    expect((await day.asDriver(2, "POST", "/check-out")).body.error.details.reason).toBe("not-checked-in");
    day.clock.advanceSeconds(60);
    const first = await day.asDriver(1, "POST", "/check-out");
    expect(first.body).toMatchObject({ status: "offline", checked_out_at: expect.any(String) });
    expect((await day.asDriver(1, "POST", "/check-out")).body).toEqual(first.body);
  });

  test("a route whose doors are all done ends with the shift", async () => {
    await day.asDriver(4, "POST", "/check-in");
    day.clock.advanceSeconds(60);
    await day.asDriver(4, "POST", "/check-out");
    const { body } = await day.asDriver(4, "GET", `/assignment/${day.assignment(4)}/route`);
    expect(body.status).toBe("finished");
    const late = await day.asDriver(4, "POST", `/stop/${day.stop(7)}/partial`, {
      body: { timestamp: at(1), notes: "x" },
    });
    expect([late.status, late.body.error.details.reason]).toEqual([409, "route-over"]);
  });
});

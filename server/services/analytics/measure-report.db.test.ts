import { describe, expect, test } from "vitest";
import type { Breakdown, FigureGroup } from "@/server/domain/analytics/breakdown";
import { zoneOfAddress } from "@/server/domain/slot/slot-zone";
import { logEvents } from "@/server/testing/log-events";
import { type ReportedDays, reportedDays } from "@/server/testing/reported-days";
import { addPartner } from "../partner/add-partner";
import { exportReport } from "./export-report";
import { listOrdersOfFigure, listRoutesOfFigure } from "./list-behind";
import { measureReport } from "./measure-report";

const DAYS = { fromDate: "2026-03-08", toDate: "2026-03-09" };
const HOUR = 3600;

const report = ({ scenario }: ReportedDays, group: FigureGroup, by: Breakdown, span = DAYS) =>
  measureReport(scenario.context("viewer"), { ...span, group, by, projectId: scenario.projectId });

/**
 * Five doors, promised until ten (14:00 UTC on both days, the clocks having gone forward in the first night):
 * 0 in time, 1 a minute late, 2 nobody there and delivered the day after, 3 failed twice, 4 in part and in time.
 */
async function fiveDoors() {
  const days = await reportedDays(5);
  const { attempt } = days;
  await attempt({ day: 0, driver: 0, visit: 0, arrivedAt: "2026-03-08T13:59:00Z" });
  await attempt({ day: 0, driver: 0, visit: 1, arrivedAt: "2026-03-08T14:01:00Z" });
  await attempt({ day: 0, driver: 0, visit: 2, arrivedAt: "2026-03-08T13:00:00Z", status: "attempted" });
  await attempt({ day: 0, driver: 1, visit: 3, arrivedAt: "2026-03-08T13:30:00Z", status: "failed" });
  await attempt({ day: 1, driver: 1, visit: 2, arrivedAt: "2026-03-09T14:00:00Z" });
  await attempt({ day: 1, driver: 1, visit: 3, arrivedAt: "2026-03-09T13:45:00Z", status: "failed" });
  await attempt({ day: 1, driver: 1, visit: 4, arrivedAt: "2026-03-09T13:10:00Z", status: "partial" });
  return days;
}

describe("what came of deliveries", () => {
  test("as a whole, on a day of 23 hours too", async () => {
    const days = await fiveDoors();
    const { total, rows, firstDate } = await report(days, "deliveries", "day");
    expect(total).toMatchObject({
      deliveries: 5,
      attempts: 7,
      delivered: 4,
      failed: 1,
      onTimeShare: 3 / 4,
      firstAttemptShare: 3 / 5,
      attemptsPerDelivery: 7 / 5,
    });
    const hours = [13 + 59 / 60, 14 + 1 / 60, 38, 37 + 10 / 60];
    expect(total.deliverSeconds).toBeCloseTo((hours.reduce((sum, each) => sum + each) / 4) * HOUR, 3);
    expect(firstDate).toBe("2026-03-08");
    expect(rows.map(({ key, values }) => [key, values.attempts, values.onTimeShare, values.firstAttemptShare])).toEqual(
      [
        ["2026-03-08", 4, 1 / 2, 2 / 4],
        ["2026-03-09", 3, 1, 1],
      ],
    );
  });

  test("what was delivered before its order came in is delivered, and took no time anybody knows", async () => {
    const days = await fiveDoors();
    const { tenant, deliveryIds } = days.scenario;
    const came = async (door: number, at: string) =>
      tenant.database.raw`update delivery set created_at = ${at}
        where organization_id = ${tenant.organizationId} and id = ${deliveryIds[door]!}`;
    // A minute after it was delivered; and at the very moment of it.
    await came(0, "2026-03-08T14:00:00Z");
    await came(4, "2026-03-09T13:10:00Z");
    const { total } = await report(days, "deliveries", "day");
    expect(total.delivered).toBe(4);
    expect(total.deliverSeconds).toBeCloseTo(((14 + 1 / 60 + 38 + 0) / 3) * HOUR, 3);
    for (const door of [0, 1, 2, 4]) await came(door, "2026-03-10T00:00:00Z");
    expect((await report(days, "deliveries", "day")).total).toMatchObject({ delivered: 4, deliverSeconds: null });
  });

  test("a promise that says when service must end is kept by when it was done", async () => {
    const days = await reportedDays(1);
    const at = "2026-03-08T13:50:00Z";
    await days.attempt({ day: 0, driver: 0, visit: 0, arrivedAt: at, completedAt: "2026-03-08T14:10:00Z" });
    expect((await report(days, "deliveries", "day")).total.onTimeShare).toBe(1);
    const { organizationId, database } = days.scenario.tenant;
    await database.raw`update delivery_visit set window_semantics = 'finish' where organization_id = ${organizationId}`;
    expect((await report(days, "deliveries", "day")).total.onTimeShare).toBe(0);
  });

  test("by driver, by partner, and beside the days before", async () => {
    const days = await fiveDoors();
    const { tenant, driverIds, deliveryIds } = days.scenario;
    const { id: partnerId } = await addPartner(days.scenario.context(), { partner: { name: "Crowd", type: "crowd" } });
    await tenant.database.raw`update delivery set partner_id = ${partnerId}
      where organization_id = ${tenant.organizationId} and id = ${deliveryIds[3]!}`;
    const drivers = await report(days, "deliveries", "driver");
    expect(drivers.rows.map(({ key, name, values }) => [key, name, values.attempts, values.delivered])).toEqual([
      [driverIds[0], "Driver 0", 3, 2],
      [driverIds[1], "Driver 1", 4, 2],
    ]);
    const partners = await report(days, "deliveries", "partner");
    expect(partners.rows.map(({ key, name, values }) => [key, name, values.attempts, values.onTimeShare])).toEqual([
      [partnerId, "Crowd", 2, null],
      [null, null, 5, 3 / 4],
    ]);
    const monday = await report(days, "deliveries", "day", { fromDate: "2026-03-09", toDate: "2026-03-09" });
    expect(monday.beforeSpan).toEqual({ fromDate: "2026-03-08", toDate: "2026-03-08" });
    expect(monday.before).toMatchObject({ attempts: 4, delivered: 2, failed: 2, onTimeShare: 1 / 2 });
    expect(monday.total).toMatchObject({ attempts: 3, delivered: 2, failed: 1 });
  });

  test("by zone: the project's own where an address lies in one, else the postcode's district", async () => {
    const doors = [
      { postcode: "SW1A 1AA", zone: "SW1A" },
      { postcode: "1012 AB", zone: "1012" },
      { postcode: "1000-001", zone: "1000" },
      { postcode: "08001", zone: "08001" },
      { postcode: "", zone: null },
      { postcode: "dk-2100", zone: "North" },
      { postcode: "2150", zone: "Harbour" },
      { postcode: "9999", zone: "Square", at: [150, 150] as const },
    ];
    const days = await reportedDays(doors.length, (index) => (doors[index]!.at ? { at: doors[index]!.at } : {}));
    const { tenant, projectId, visitIds } = days.scenario;
    const { organizationId, database, newId } = tenant;
    const square = [
      { lat: 55.8, lng: 12.6 },
      { lat: 55.8, lng: 12.8 },
      { lat: 55.9, lng: 12.8 },
      { lat: 55.9, lng: 12.6 },
    ];
    const zones = [
      { id: newId(), name: "Square", area: { kind: "polygon" as const, corners: square } },
      { id: newId(), name: "North", area: { kind: "postcodes" as const, prefixes: ["21"] } },
      { id: newId(), name: "Harbour", area: { kind: "postcodes" as const, prefixes: ["215"] } },
    ];
    for (const { id, name, area } of zones) {
      await database.raw`insert into slot_zone (organization_id, id, project_id, name, area, created_at, updated_at)
        values (${organizationId}, ${id}, ${projectId}, ${name}, ${database.raw.json(area)}, now(), now())`;
    }
    for (const [visit, { postcode }] of doors.entries()) {
      await database.raw`update location set postcode = ${postcode} from delivery_visit v
        where location.organization_id = ${organizationId} and v.organization_id = ${organizationId}
          and v.location_id = location.id and v.id = ${visitIds[visit]!}`;
      await days.attempt({ day: 0, driver: 0, visit, arrivedAt: "2026-03-08T13:00:00Z" });
    }
    const { rows } = await report(days, "deliveries", "zone");
    const counted = rows.map(({ key, name, values }) => [name ?? key, values.attempts]);
    expect(counted.toSorted()).toEqual(doors.map(({ zone }) => [zone, 1]).toSorted());
    const positions = await database.raw<{ postcode: string; lat: number; lng: number }[]>`
      select postcode, lat, lng from location where organization_id = ${organizationId} and street like 'Gade%'`;
    for (const { postcode, ...position } of positions) {
      const expected = zoneOfAddress(zones, { postcode, position })?.name;
      const said = doors.find((door) => door.postcode === postcode)!.zone;
      if (expected) expect(said).toBe(expected);
    }
  });

  test("nobody else's, and no project that is not there", async () => {
    const days = await fiveDoors();
    const other = await reportedDays(1);
    expect((await report(other, "deliveries", "day")).total).toMatchObject({ attempts: 0, onTimeShare: null });
    const foreign = { ...DAYS, group: "deliveries", by: "day", projectId: days.scenario.projectId } as const;
    await expect(measureReport(other.scenario.context(), foreign)).rejects.toMatchObject({ code: "not-found" });
    const wrong = { ...DAYS, fromDate: "2026-03-10", group: "deliveries", by: "day" } as const;
    await expect(measureReport(other.scenario.context(), wrong)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("how routes went", () => {
  /** Planned from eight to eleven (12:00 to 15:00 UTC), thirty kilometres each. */
  async function threeRoutes() {
    const days = await fiveDoors();
    // Ten minutes late, back half an hour late, 40 km by its positions; idle for the ten minutes before setting off.
    const first = ["2026-03-08T12:10:00Z", "2026-03-08T15:30:00Z"] as const;
    await days.drove(0, 0, first, { drivenMeters: 40_000, checkedInAt: "2026-03-08T12:00:00Z" });
    // Five minutes early, back on time, its positions unknown.
    await days.drove(0, 1, ["2026-03-08T11:55:00Z", "2026-03-08T15:00:00Z"]);
    await days.drove(1, 1, ["2026-03-09T12:00:00Z", "2026-03-09T15:00:00Z"], { drivenMeters: 30_000 });
    return days;
  }

  test("planned against driven, as a whole and by driver", async () => {
    const days = await threeRoutes();
    const { total, rows } = await report(days, "routes", "driver");
    expect(total).toMatchObject({
      routes: 3,
      idleSeconds: 200,
      distanceEfficiency: 60 / 70,
      plannedMeters: 90_000,
      measuredRoutes: 2,
      drivenMeters: 70_000,
      plannedSeconds: 9 * HOUR,
      drivenSeconds: 3 * HOUR + 20 * 60 + (3 * HOUR + 5 * 60) + 3 * HOUR,
      startDelaySeconds: 100,
      finishDelaySeconds: 600,
      plannedStops: 7,
      madeStops: 7,
    });
    expect(rows.map(({ name, values }) => [name, values.routes, values.distanceEfficiency])).toEqual([
      ["Driver 0", 1, 30 / 40],
      ["Driver 1", 2, 1],
    ]);
  });

  test("what was planned and not made counts as planned only", async () => {
    const days = await threeRoutes();
    const { tenant, planId, visitIds } = days.scenario;
    await tenant.database.raw`insert into stop (organization_id, id, plan_id, route_id, visit_id, position,
        arrive_seconds, start_seconds, depart_seconds, leg_meters, leg_seconds, rule_breaks)
      values (${tenant.organizationId}, ${tenant.newId()}, ${planId}, ${days.routeId(0, 0)}, ${visitIds[4]!}, 0, 0, 0, 0, 0, 0, '[]')`;
    expect((await report(days, "routes", "day")).total).toMatchObject({ plannedStops: 8, madeStops: 7 });
  });

  test("against the plan as it was sent: what was added or taken off since is no part of it", async () => {
    const days = await threeRoutes();
    const asPlanned = (await report(days, "routes", "day")).total;
    expect(asPlanned).toMatchObject({ sentStops: 7, sentMeters: 90_000, sentSeconds: 9 * HOUR });
    // The first one was sent with two stops and 20 km in two hours; a third came on the way.
    const data = { stops: 2, distanceMeters: 20_000, durationSeconds: 2 * HOUR };
    const sent = { type: "route.dispatched", entity: "route", entityId: days.routeId(0, 0) } as const;
    await logEvents(days.scenario.tenant, [{ ...sent, data }]);
    expect((await report(days, "routes", "day")).total).toMatchObject({
      plannedStops: 7,
      sentStops: 6,
      plannedMeters: 90_000,
      sentMeters: 80_000,
      plannedSeconds: 9 * HOUR,
      sentSeconds: 8 * HOUR,
    });
  });

  test("idle before setting off and between doors, less breaks", async () => {
    const days = await reportedDays(3);
    const at = (time: string) => `2026-03-08T${time}:00Z`;
    const { organizationId, database } = days.scenario.tenant;
    const door = { day: 0, driver: 0 };
    await days.attempt({
      ...door,
      visit: 0,
      departedAt: at("12:10"),
      arrivedAt: at("12:30"),
      completedAt: at("12:40"),
    });
    await days.attempt({
      ...door,
      visit: 1,
      departedAt: at("12:55"),
      arrivedAt: at("13:10"),
      completedAt: at("13:15"),
    });
    // He did not say when he set off for the third: nothing is known of the time before.
    await days.attempt({ ...door, visit: 2, arrivedAt: at("13:40"), completedAt: at("13:45") });
    await days.drove(0, 0, [at("12:10"), at("15:00")], { checkedInAt: at("12:00") });
    const breaks = [{ fromMs: Date.parse(at("12:41")), toMs: Date.parse(at("12:47")) }];
    await database.raw`update route_run set breaks = ${database.raw.json(breaks)} where organization_id = ${organizationId}`;
    // Ten minutes before, a quarter of an hour between the first two doors, six of it a break.
    expect((await report(days, "routes", "day")).total.idleSeconds).toBe((10 + 15 - 6) * 60);
  });

  test("by zone each has its share of a route by its stops there; together they are the whole", async () => {
    const days = await threeRoutes();
    const { tenant, visitIds } = days.scenario;
    // Of the first route one stop of three, of the third one of three; the second went to the other zone alone.
    for (const [visit, postcode] of ["2100", "2200", "2200", "2200", "2100"].entries()) {
      await tenant.database.raw`update location set postcode = ${postcode} from delivery_visit v
        where location.organization_id = ${tenant.organizationId} and v.organization_id = ${tenant.organizationId}
          and v.location_id = location.id and v.id = ${visitIds[visit]!}`;
    }
    const { rows, total } = await report(days, "routes", "zone");
    const [north, south] = rows.map(({ values }) => values);
    expect(rows.map(({ key }) => key)).toEqual(["2100", "2200"]);
    expect(north!.routes).toBeCloseTo(1 / 3 + 1 / 3, 9);
    expect(south!.routes).toBeCloseTo(2 / 3 + 1 + 2 / 3, 9);
    expect([north!.plannedStops, north!.madeStops, south!.plannedStops, south!.madeStops]).toEqual([2, 2, 5, 5]);
    expect(north!.drivenMeters).toBeCloseTo(40_000 / 3 + 30_000 / 3, 6);
    expect(north!.distanceEfficiency).toBeCloseTo(60 / 70, 9);
    // Of the first route's ten idle minutes a third, per two thirds of a route.
    expect(north!.idleSeconds).toBeCloseTo(200 / (2 / 3), 6);
    expect(south!.startDelaySeconds).toBeCloseTo(((600 * 2) / 3 - 300) / (7 / 3), 6);
    for (const id of ["routes", "plannedMeters", "drivenMeters", "drivenSeconds", "sentStops", "madeStops"] as const) {
      expect(north![id]! + south![id]!, id).toBeCloseTo(total[id]!, 6);
    }
    const behind = async (key: string) => {
      const asked = { ...DAYS, by: "zone", key } as const;
      const { routes } = await listRoutesOfFigure(days.scenario.context("viewer"), asked);
      return routes.map(({ date, driverName }) => [date, driverName]);
    };
    expect(await behind("2100")).toEqual([
      ["2026-03-09", "Driver 1"],
      ["2026-03-08", "Driver 0"],
    ]);
    expect(await behind("2200")).toHaveLength(3);
    expect(await behind("1000")).toEqual([]);
  });

  test("a stop whose door is gone is of no zone; together they are the whole still", async () => {
    const days = await threeRoutes();
    const { tenant, visitIds } = days.scenario;
    // The third route's last of three doors was taken out of its order after it had been driven to.
    await tenant.database.raw`delete from delivery_visit
      where organization_id = ${tenant.organizationId} and id = ${visitIds[4]!}`;
    const { rows, total } = await report(days, "routes", "zone");
    const [there, gone] = rows.map(({ values }) => values);
    expect(rows.map(({ key }) => key)).toEqual(["1000", null]);
    expect([there!.plannedStops, there!.madeStops, gone!.plannedStops, gone!.madeStops]).toEqual([6, 6, 1, 1]);
    expect(there!.routes).toBeCloseTo(1 + 1 + 2 / 3, 9);
    expect(gone!.routes).toBeCloseTo(1 / 3, 9);
    expect(gone!.drivenMeters).toBeCloseTo(30_000 / 3, 6);
    for (const id of ["routes", "plannedMeters", "drivenMeters", "drivenSeconds", "sentStops", "madeStops"] as const) {
      expect(there![id]! + gone![id]!, id).toBeCloseTo(total[id]!, 6);
    }
    const { routes } = await listRoutesOfFigure(days.scenario.context("viewer"), { ...DAYS, by: "zone", key: null });
    expect(routes.map(({ date, driverName }) => [date, driverName])).toEqual([["2026-03-09", "Driver 1"]]);
  });

  test("a route that went for two partners counts for each, and once in all", async () => {
    const { total, rows } = await report(await threeRoutes(), "routes", "partner");
    expect(total.routes).toBe(3);
    expect(rows.map(({ key, values }) => [key, values.routes])).toEqual([[null, 3]]);
  });

  test("the routes behind a line, with their days", async () => {
    const days = await threeRoutes();
    const asked = { ...DAYS, by: "driver", key: days.scenario.driverIds[0] } as const;
    const { routes } = await listRoutesOfFigure(days.scenario.context("viewer"), asked);
    expect(routes).toMatchObject([
      { date: "2026-03-08", number: 1, driverName: "Driver 0", startDelaySeconds: 600, finishDelaySeconds: 1800 },
    ]);
    const all = await listRoutesOfFigure(days.scenario.context("viewer"), { ...DAYS, by: "day" });
    expect(all.routes).toHaveLength(3);
    const ours = await listRoutesOfFigure(days.scenario.context(), { ...DAYS, by: "partner", key: null });
    expect(ours.routes).toHaveLength(3);
  });
});

describe("how good expected arrivals were", () => {
  /** What was expected so many minutes before a door was reached, and how many minutes earlier than it came. */
  async function expected(days: ReportedDays, visit: number, leadMinutes: number, errorMinutes: number) {
    const { tenant, visitIds } = days.scenario;
    await tenant.database
      .raw`insert into arrival_history (organization_id, route_id, visit_id, made_at, arrive_at, stops_before)
      select organization_id, route_id, visit_id, arrived_at - make_interval(mins => ${leadMinutes}),
        arrived_at - make_interval(mins => ${errorMinutes}), 1 from stop_run
      where organization_id = ${tenant.organizationId} and visit_id = ${visitIds[visit]!} order by arrived_at limit 1`;
    await days.keepExpectations();
  }

  test("by lead time; a later expectation replaces an earlier one", async () => {
    const days = await fiveDoors();
    await expected(days, 0, 130, 30);
    await expected(days, 0, 61, 12);
    await expected(days, 0, 20, -4);
    await expected(days, 1, 61, -9);
    await expected(days, 4, 61, 2);
    const { leads, total, rows } = await report(days, "arrivals", "driver");
    expect(leads).toEqual([
      { leadMinutes: 15, stops: 3, medianErrorSeconds: 240, p90ErrorSeconds: 540, biasSeconds: -240, close: 3 },
      { leadMinutes: 30, stops: 3, medianErrorSeconds: 540, p90ErrorSeconds: 720, biasSeconds: 120, close: 2 },
      { leadMinutes: 60, stops: 3, medianErrorSeconds: 540, p90ErrorSeconds: 720, biasSeconds: 120, close: 2 },
      { leadMinutes: 120, stops: 1, medianErrorSeconds: 1800, p90ErrorSeconds: 1800, biasSeconds: 1800, close: 0 },
    ]);
    expect(total).toMatchObject({ stops: 3, closeShare: 2 / 3 });
    expect(rows.map(({ name, values }) => [name, values.stops, values.closeShare])).toEqual([
      ["Driver 0", 2, 1 / 2],
      ["Driver 1", 1, 1],
    ]);
    const off = await listOrdersOfFigure(days.scenario.context(), { ...DAYS, figure: "etaOff", by: "day" });
    expect(off.orders).toMatchObject([{ externalId: "T-0", seconds: 720, driverName: "Driver 0" }]);
  });

  test("nothing expected, nothing measured", async () => {
    const { leads, total, rows } = await report(await fiveDoors(), "arrivals", "day");
    expect(leads.map(({ stops }) => stops)).toEqual([0, 0, 0, 0]);
    expect(total).toMatchObject({ stops: 0, closeShare: null });
    expect(rows).toEqual([]);
  });
});

describe("what went before the day", () => {
  async function readied() {
    const days = await fiveDoors();
    const { tenant, deliveryIds, driverIds } = days.scenario;
    const { organizationId, database, newId } = tenant;
    await database.raw`update delivery set rolled_over_from = '{2026-03-08,2026-03-09}'
      where organization_id = ${organizationId} and id = ${deliveryIds[4]!}`;
    // Whenever a door was looked for, and however often, it is of its order's day.
    const failures = [
      ["2026-03-08T03:30:00Z", [deliveryIds[0]]],
      ["2026-03-20T16:00:00Z", [deliveryIds[0], deliveryIds[1]]],
    ] as const;
    for (const [at, ids] of failures) {
      const geocoded = { type: "location.geocoded", entity: "location", entityId: newId() } as const;
      await logEvents(tenant, [{ ...geocoded, occurredAt: new Date(at), data: { doubtfulDeliveryIds: ids } }]);
    }
    const link = async (day: number, driver: number, sentAt: string, openedAt: string | null, channel = "email") => {
      await database.raw`insert into assignment (organization_id, id, route_id, driver_id, status, channel, token_hash,
          expires_at, opened_at, created_at, updated_at)
        values (${organizationId}, ${newId()}, ${days.routeId(day, driver)}, ${driverIds[driver]!}, 'offered', ${channel},
          ${newId()}, now(), ${openedAt}, ${sentAt}, now())`;
    };
    await link(0, 0, "2026-03-07T20:00:00Z", null);
    // Sent again: counted from the first time.
    await link(0, 0, "2026-03-07T21:00:00Z", "2026-03-07T21:10:00Z");
    await link(0, 1, "2026-03-07T20:00:00Z", "2026-03-07T20:05:00Z");
    await link(1, 0, "2026-03-08T20:00:00Z", null);
    await link(1, 1, "2026-03-08T20:00:00Z", null, "app");
    return { ...days, link };
  }

  test("addresses not found of the day's orders, room that was missing, links", async () => {
    const { total, rows } = await report(await readied(), "readiness", "day");
    expect(total).toMatchObject({
      orders: 5,
      geocodingFailures: 2,
      geocodingFailureShare: 2 / 5,
      rollOvers: 2,
      // Five orders the days had room for, two times one for which they had none.
      rollOverShare: 2 / 7,
      routesSent: 3,
      openedShare: 2 / 3,
      medianOpenSeconds: 300,
      p90OpenSeconds: 70 * 60,
    });
    expect(rows.map(({ key, values }) => [key, values.geocodingFailures, values.rollOvers, values.routesSent])).toEqual(
      [
        ["2026-03-08", 2, 1, 2],
        ["2026-03-09", 0, 1, 1],
      ],
    );
  });

  test("a route is opened by whichever way its driver has: signed in, or in his app", async () => {
    const { link, ...days } = await readied();
    const { tenant, driverIds } = days.scenario;
    const sent = async () => {
      const { rows } = await report(days, "readiness", "driver");
      const { routesSent, openedShare, medianOpenSeconds } = rows.at(-1)!.values;
      return [routesSent, openedShare, medianOpenSeconds];
    };
    // Of a route that went to an app alone nobody knows whether there is an app, until its driver has an account,
    expect(await sent()).toEqual([1, 1, 300]);
    await tenant.database.raw`insert into member_scope (organization_id, user_id, driver_id, updated_at)
      values (${tenant.organizationId}, ${tenant.userId}, ${driverIds[1]!}, now())`;
    expect(await sent()).toEqual([2, 1 / 2, 300]);
    // or opens it: by the link he is given as he signs in, later than it was sent.
    await link(1, 1, "2026-03-08T20:30:00Z", "2026-03-08T20:30:01Z", "app");
    expect(await sent()).toEqual([2, 1, 300]);
    await tenant.database.raw`delete from member_scope where organization_id = ${tenant.organizationId}`;
    expect(await sent()).toEqual([2, 1, 300]);
  });

  test("a driver who was ever seen in his app has not opened what he left lying there", async () => {
    const days = await reportedDays(1);
    const { tenant, driverIds } = days.scenario;
    const toApp = (day: number, driver: number, openedAt: string | null) =>
      tenant.database.raw`insert into assignment (organization_id, id, route_id, driver_id, status, channel, token_hash,
          expires_at, opened_at, created_at, updated_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${days.routeId(day, driver)}, ${driverIds[driver]!}, 'offered',
          'app', ${tenant.newId()}, now(), ${openedAt}, '2026-03-07T20:00:00Z', now())`;
    // Neither driver has an account. One opened the first day's after ten minutes and never looked at the second's;
    await toApp(0, 0, "2026-03-07T20:10:00Z");
    await toApp(1, 0, null);
    // of the other nobody knows whether he has the app.
    await toApp(0, 1, null);
    const { total, rows } = await report(days, "readiness", "driver");
    expect(total).toMatchObject({ routesSent: 2, openedShare: 1 / 2, medianOpenSeconds: 600 });
    expect(rows.map(({ key, values }) => [key, values.routesSent, values.openedShare])).toEqual([
      [driverIds[0], 2, 1 / 2],
    ]);
  });

  test("by driver only what was sent is known, by zone only orders; the orders behind them", async () => {
    const days = await readied();
    const drivers = await report(days, "readiness", "driver");
    expect(drivers.columns.map(({ id }) => id)).toEqual([
      "routesSent",
      "openedShare",
      "medianOpenSeconds",
      "p90OpenSeconds",
    ]);
    expect(drivers.rows.map(({ name, values }) => [name, values.routesSent])).toEqual([
      ["Driver 0", 2],
      ["Driver 1", 1],
    ]);
    const zones = await report(days, "readiness", "zone");
    expect(zones.rows.map(({ key, values }) => [key, values.orders, values.rollOvers])).toEqual([["1000", 5, 2]]);
    const behind = (figure: "unlocated" | "rolledOver") =>
      listOrdersOfFigure(days.scenario.context(), { ...DAYS, figure, by: "zone", key: "1000" });
    expect((await behind("unlocated")).orders.map(({ externalId, date }) => [externalId, date]).toSorted()).toEqual([
      ["T-0", "2026-03-08"],
      ["T-1", "2026-03-08"],
    ]);
    expect((await behind("rolledOver")).orders.map(({ date }) => date)).toEqual(["2026-03-09", "2026-03-08"]);
  });
});

describe("what stands behind a figure", () => {
  test("the orders, of all or of one line", async () => {
    const days = await fiveDoors();
    const behind = async (figure: "late" | "failed" | "firstFailed", more: object = {}) => {
      const { orders } = await listOrdersOfFigure(days.scenario.context("viewer"), {
        ...DAYS,
        figure,
        by: "day",
        ...more,
      });
      return orders.map(({ externalId, date, seconds }) => [externalId, date, seconds]);
    };
    expect(await behind("late")).toEqual([["T-1", "2026-03-08", 60]]);
    expect(await behind("late", { key: "2026-03-09" })).toEqual([]);
    expect(await behind("failed")).toEqual([["T-3", "2026-03-09", null]]);
    expect((await behind("firstFailed")).toSorted()).toEqual([
      ["T-2", "2026-03-08", null],
      ["T-3", "2026-03-08", null],
    ]);
    expect(await behind("firstFailed", { by: "driver", key: days.scenario.driverIds[1] })).toHaveLength(1);
    expect(await behind("firstFailed", { by: "partner", key: null })).toHaveLength(2);
  });
});

describe("a report as a file", () => {
  test("its table with units in the headings, no formulas in names, noted in the log", async () => {
    const days = await fiveDoors();
    const { tenant, driverIds } = days.scenario;
    await tenant.database.raw`update driver set name = '=HYPERLINK("x")'
      where organization_id = ${tenant.organizationId} and id = ${driverIds[1]!}`;
    const asked = { ...DAYS, group: "deliveries", by: "driver" } as const;
    const { csv, fileName } = await exportReport(days.scenario.context("viewer"), asked);
    expect(fileName).toBe("deliveries-by-driver-2026-03-08-2026-03-09.csv");
    const [head, ...lines] = csv.trimEnd().split("\r\n");
    expect(head).toBe(
      "driver,name,deliveries,attempts,delivered,failed,on_time_pct,first_attempt_pct,attempts_per_delivery,deliver_s",
    );
    expect(lines.map((line) => line.replace(/^[0-9a-f-]{36},/, ""))).toEqual([
      `"'=HYPERLINK(""x"")",3,4,2,1,100.0,50.0,1.33,135300`,
      "Driver 0,3,3,2,0,50.0,66.7,1.00,50400",
      "total,,5,7,4,1,75.0,60.0,1.40,92850",
    ]);
    const logged = await tenant.database.raw`select data from event
      where organization_id = ${tenant.organizationId} and type = 'organization.report-exported'`;
    expect(logged).toMatchObject([{ data: { group: "deliveries", by: "driver", rows: 2 } }]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { dress, undress } from "./ids";
import { importedBananas } from "./testing/examples";
import { add, at, importAll, type Planned, stopAt } from "./testing/import-all";
import { drivenShop, plannedShop } from "./testing/shop";

const NOWHERE = "rte-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939";
const idsOf = (stops: { id: string }[]) => stops.map(({ id }) => id);

describe("GET /routes", () => {
  let mine: Planned;
  beforeAll(async () => {
    mine = await plannedShop([{ at: [1, 1] }]);
  });
  const listed = async (query: string) => (await mine.ask("GET", `/routes?${query}`)).body;

  test("200: newest first, a page at a time, and a cursor carries what was asked for", async () => {
    const all = await listed("");
    expect(idsOf(all.routes)).toEqual([mine.route(1), mine.route(0)]);
    const first = await listed("query.sortKey=CREATED_AT&query.limit=1");
    const rest = await listed(`cursor=${first.nextCursor}`);
    expect([...idsOf(first.routes), ...idsOf(rest.routes)]).toEqual(idsOf(all.routes));
    expect(rest.nextCursor).toBeUndefined();
  });

  test("200: by when they were last changed, within a span of time", async () => {
    const [stop] = await importAll(mine, stopAt(3, 3));
    mine.clock.advanceSeconds(60);
    await add(mine, mine.route(0), stop!.id);
    expect(idsOf((await listed("query.sortKey=UPDATED_AT&query.limit=10")).routes)[0]).toBe(mine.route(0));
    const { updatedAt } = (await mine.ask("GET", `/routes/${mine.route(0)}`)).body;
    const since = (moment: string) => listed(`query.sortKey=UPDATED_AT&query.timestampStart=${moment}`);
    expect(idsOf((await since(updatedAt)).routes)).toContain(mine.route(0));
    expect((await since("2999-01-01T00:00:00Z")).routes).toEqual([]);
    expect((await listed("query.timestampEnd=2000-01-01T00:00:00Z")).routes).toEqual([]);
  });

  test("200: routes of a closed day only where they are asked for", async () => {
    const { tenant, planId } = mine.scenario;
    await tenant.database.raw`update plan set status = 'closed' where id = ${planId}`;
    expect((await listed("")).routes).toEqual([]);
    const { routes } = await listed("query.includeArchived=true");
    expect(routes[0].archivedAt).toMatch(/^\d{4}-/);
    await tenant.database.raw`update plan set status = 'draft' where id = ${planId}`;
  });

  test("400: limits, keys and moments that are none", async () => {
    for (const query of ["query.limit=201", "query.sortKey=NAME", "query.timestampStart=yesterday", "cursor=x"]) {
      expect((await mine.ask("GET", `/routes?${query}`)).body, query).toMatchObject({ code: 3 });
    }
  });

  test("400: moments no calendar has, and cursors no page has given out", async () => {
    const moments = ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00%2B01:00", "9999-12-31T23:59:59-01:00"];
    for (const moment of moments) {
      const { status, body } = await mine.ask("GET", `/routes?query.timestampStart=${moment}`);
      expect([status, body.code], moment).toEqual([400, 3]);
    }
    const asText = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const args = { by: "created", withClosed: false, limit: 1 };
    for (const at of ["1", "0000-01-01T00:00:00.000000Z", "2026-02-31 00:00:00+00", "2026-02-28T00:00:00+23:00"]) {
      const next = asText([at, mine.scenario.routeIds[0]]);
      const { status, body } = await mine.ask("GET", `/routes?cursor=${asText({ ...args, next })}`);
      expect([status, body.code], at).toEqual([400, 3]);
    }
  });
});

describe("GET /routes/{id}", () => {
  test("200: whose it is, from where to where, and its stops in the vendor's units", async () => {
    const mine = await plannedShop([{ at: [1, 1], loads: [700, 0, 1, 0] }]);
    const { body: empty } = await mine.ask("GET", `/routes/${mine.route(0)}`);
    expect(empty).toMatchObject({
      id: mine.route(0),
      name: "Route 1",
      driver: { firstName: "Driver", lastName: "0", phone: "+4533120000", status: "ACTIVE" },
      start: { address: { address1: "Depotvej 1", countryCode: "DK" }, tasks: [], status: "UNKNOWN" },
      end: { address: { address1: "Depotvej 1" }, status: "UNKNOWN" },
      stops: [],
      scheduledFor: "2026-06-10T06:00:00Z",
      totalItemQuantity: 0,
      totalItemGrams: "0",
      optimized: false,
    });
    await importAll(mine, stopAt(2, 2, { clientStopId: "c" }));
    const { status, body } = await add(mine, mine.route(0), "c", dress("delivery", mine.scenario.deliveryIds[0]!));
    expect(status).toBe(200);
    expect(body).toMatchObject({ totalItemQuantity: 5, totalItemGrams: "3200" });
    expect(body.totalDistanceMeters).toBeGreaterThan(0);
    expect(body.stops[0]).toMatchObject({
      type: "DELIVERY",
      deliveryStatus: "READY_FOR_DELIVERY",
      duration: "300s",
      note: "Leave at front door",
      address: importedBananas.address,
      contact: importedBananas.contact,
      plannedCoordinates: at(2, 2),
      items: importedBananas.items,
      source: "IMPORTED_STOP",
      clientStopId: "c",
      orderName: "#123",
      priority: 5,
      proofOfDeliveryPhotos: [],
      proofOfDeliverySignatures: [],
    });
    expect(Date.parse(body.stops[0].plannedArrival)).toBeGreaterThan(Date.parse(body.scheduledFor));
  });

  test("404: no such route", async () => {
    const mine = await plannedShop([]);
    for (const id of [NOWHERE, "nonsense", mine.route(0).replace("rte-", "drv-")]) {
      expect((await mine.ask("GET", `/routes/${id}`)).body, id).toMatchObject({ code: 5 });
    }
  });
});

describe("POST /routes/{route_id}/stops", () => {
  test("200: behind the last, in the order sent; not put in order, not sent to anybody", async () => {
    const mine = await plannedShop([]);
    const sent = [stopAt(9, 9, { clientStopId: "far" }), stopAt(1, 1), stopAt(5, 5, { duration: undefined })];
    const [far, near, middle] = await importAll(mine, ...sent);
    await add(mine, mine.route(0), "far");
    const { body } = await add(mine, mine.route(0), near!.id, middle!.id);
    expect(body.stops.map(({ importedStopId }: { importedStopId: string }) => importedStopId)).toEqual([
      far!.id,
      near!.id,
      middle!.id,
    ]);
    expect(body.stops[2].duration).toBe("180s");
    expect(body.optimized).toBe(false);
    const [route] = await mine.scenario.tenant.database.raw`
      select status from route where id = ${undress("route", mine.route(0))!}`;
    expect(route!.status).toBe("planned");
    const again = await add(mine, mine.route(0), near!.id);
    expect(idsOf(again.body.stops)).toEqual(idsOf(body.stops));
  });

  test("200: what its client says of a stop holds until its driver says more", async () => {
    const mine = await plannedShop([]);
    const [stop] = await importAll(mine, stopAt(1, 1));
    const body = [{ importedStopId: stop!.id, deliveryStatus: "OUT_FOR_DELIVERY" }];
    const { body: route } = await mine.ask("POST", `/routes/${mine.route(0)}/stops`, { body });
    expect(route.stops[0].deliveryStatus).toBe("OUT_FOR_DELIVERY");
  });

  test("404, 400: a stop nobody has imported, one on another route, and one said to be delivered change nothing", async () => {
    const mine = await plannedShop([]);
    const [stop, other] = await importAll(mine, stopAt(1, 1), stopAt(2, 2));
    await add(mine, mine.route(1), other!.id);
    expect((await add(mine, mine.route(0), stop!.id, "unheard-of")).body).toMatchObject({ code: 5 });
    expect((await add(mine, mine.route(0), stop!.id, other!.id)).body).toMatchObject({ code: 9 });
    const body = [{ importedStopId: stop!.id, deliveryStatus: "DELIVERED" }];
    expect((await mine.ask("POST", `/routes/${mine.route(0)}/stops`, { body })).body).toMatchObject({ code: 9 });
    expect((await mine.ask("GET", `/routes/${mine.route(0)}`)).body.stops).toEqual([]);
    expect((await add(mine, NOWHERE, stop!.id)).body).toMatchObject({ code: 5 });
    // As the document prints its example: with commas that are not JSON.
    const printed = `[{ "importedStopId": "${stop!.id}", },]`;
    const answer = await mine.ask("POST", `/routes/${mine.route(0)}/stops`, { body: printed });
    expect([answer.status, answer.body.code]).toEqual([400, 3]);
  });
});

describe("GET /routes/{route_id}/stops/{stop_id}", () => {
  test("200: the stop as its route has it", async () => {
    const mine = await plannedShop([]);
    const [stop] = await importAll(mine, stopAt(1, 1));
    const { body: route } = await add(mine, mine.route(0), stop!.id);
    const { body } = await mine.ask("GET", `/routes/${mine.route(0)}/stops/${route.stops[0].id}`);
    expect(body).toEqual(route.stops[0]);
    expect((await mine.ask("GET", `/routes/${mine.route(1)}/stops/${route.stops[0].id}`)).status).toBe(404);
  });

  test("404: no such stop", async () => {
    const mine = await plannedShop([]);
    const stop = "rst-9817a456-e6fd-4652-b918-5dc89d3621d3";
    expect((await mine.ask("GET", `/routes/${mine.route(0)}/stops/${stop}`)).body).toMatchObject({ code: 5 });
    expect((await mine.ask("GET", `/routes/${NOWHERE}/stops/${stop}`)).body).toMatchObject({ code: 5 });
  });
});

describe("DELETE /routes/{route_id}/stops/{stop_ids}", () => {
  test("200: those named by one text, unknown ones left out; what leaves is an order again", async () => {
    const mine = await plannedShop([]);
    const stops = await importAll(mine, stopAt(1, 1), stopAt(2, 2), stopAt(3, 3));
    const { body: before } = await add(mine, mine.route(0), ...idsOf(stops));
    const [first, second, third] = idsOf(before.stops);
    const unknown = "rst-123e4567-e89b-12d3-a456-426614174000";
    const path = `/routes/${mine.route(0)}/stops/${first},${unknown},${third}`;
    const { status, body } = await mine.ask("DELETE", path);
    expect([status, idsOf(body.stops), body.optimized]).toEqual([200, [second], false]);
    expect((await mine.ask("GET", `/stops/imports/${stops[0]!.id}/routes`)).body.routeInfo).toEqual([]);
    expect(idsOf((await add(mine, mine.route(1), stops[0]!.id)).body.stops)).toEqual([first]);
  });

  test("200: also what is done, of a route that is under way or over; its delivery stays delivered", async () => {
    const mine = await drivenShop([[0, 1, 2]]);
    const routeId = mine.scenario.routeIds[0]!;
    const report = (act: { type: string } & Record<string, unknown>) =>
      reportForDriver(mine.scenario.context(), { routeId, act: mine.act(act) as never });
    await report({ type: "start-route" });
    await report({ type: "complete", visitIds: [mine.scenario.visitIds[0]!], outcome: "delivered" });
    const off = async (stop: number) =>
      idsOf((await mine.ask("DELETE", `/routes/${mine.route(0)}/stops/${mine.stop(stop)}`)).body.stops);
    expect((await off(0)).toSorted()).toEqual([mine.stop(1), mine.stop(2)].toSorted());
    expect(await off(1)).toEqual([mine.stop(2)]);
    await report({ type: "finish-route" });
    expect(await off(2)).toEqual([]);
    const statuses = await mine.scenario.tenant.database.raw`
      select status from delivery where organization_id = ${mine.scenario.tenant.organizationId} order by external_id`;
    expect(statuses.map(({ status }) => status)).toEqual(["delivered", "requested", "requested"]);
  });

  test("404: no such route", async () => {
    const mine = await plannedShop([]);
    expect((await mine.ask("DELETE", `/routes/${NOWHERE}/stops/rst-x`)).body).toMatchObject({ code: 5 });
  });
});

describe("POST /routes/{id}/reoptimize", () => {
  const order = ({ stops }: { stops: { clientStopId: string }[] }) => stops.map(({ clientStopId }) => clientStopId);
  const zigzag = [6, 1, 5, 2, 4, 3].map((x) => stopAt(x, x, { clientStopId: `at-${x}` }));

  test("200: the best order, said to be so until somebody changes it", async () => {
    const mine = await plannedShop([]);
    const stops = await importAll(mine, ...zigzag);
    const { body: added } = await add(mine, mine.route(0), ...idsOf(stops));
    const { status, body } = await mine.ask("POST", `/routes/${mine.route(0)}/reoptimize`);
    expect([status, body.optimized]).toEqual([200, true]);
    expect(body.totalDistanceMeters).toBeLessThan(added.totalDistanceMeters);
    expect(order(body).toSorted()).toEqual(order(added).toSorted());
    const again = await mine.ask("POST", `/routes/${mine.route(0)}/reoptimize`);
    expect(again.body).toEqual(body);
    const { body: less } = await mine.ask("DELETE", `/routes/${mine.route(0)}/stops/${body.stops[1].id}`);
    expect(less.optimized).toBe(false);
    const { body: best } = await mine.ask("POST", `/routes/${mine.route(0)}/reoptimize`);
    expect([best.optimized, order(best)]).toEqual([true, order(less)]);
  });

  test("200: a day that is over stays as it was, and nobody says it is in the best order", async () => {
    const mine = await plannedShop([]);
    const stops = await importAll(mine, ...zigzag);
    const { body: added } = await add(mine, mine.route(0), ...idsOf(stops));
    mine.clock.advanceSeconds(2 * 86_400);
    const { status, body } = await mine.ask("POST", `/routes/${mine.route(0)}/reoptimize`);
    expect([status, body.optimized, order(body)]).toEqual([200, false, order(added)]);
  });

  test("200: what is done stays first", async () => {
    const mine = await drivenShop([[0, 1, 2, 3]]);
    const routeId = mine.scenario.routeIds[0]!;
    const first = (await mine.ask("GET", `/routes/${mine.route(0)}`)).body.stops[3].id;
    const visitIds = [undress("stop", first)!];
    for (const act of [{ type: "start-route" }, { type: "complete", visitIds, outcome: "delivered" }]) {
      await reportForDriver(mine.scenario.context(), { routeId, act: mine.act(act) as never });
    }
    const { body } = await mine.ask("POST", `/routes/${mine.route(0)}/reoptimize`);
    expect(body.stops[0]).toMatchObject({ id: first, deliveryStatus: "DELIVERED" });
    expect(body.start.status).toBe("STARTED");
  });

  test("404: no such route", async () => {
    const mine = await plannedShop([]);
    expect((await mine.ask("POST", `/routes/${NOWHERE}/reoptimize`)).body).toMatchObject({ code: 5 });
  });
});

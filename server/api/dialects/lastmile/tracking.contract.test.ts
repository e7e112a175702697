import { describe, expect, test } from "vitest";
import { moveStops } from "@/server/services/plan/move-stops";
import { apiClient } from "@/server/testing/api-client";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, shop } from "./testing/shop";

const NOBODY = "01980000-0000-8000-8000-000000000001";

/** A day of three deliveries on one route, its van seen at a place a minute ago, seen by a program. */
async function plannedDay() {
  const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }, { at: [3, 0] }], { date: "2031-03-03" });
  const { tenant, planId, visitIds, routeIds, driverIds } = scenario;
  await moveStops(scenario.context(), {
    planId,
    mutationId: scenario.mutationId(),
    visitIds: [...visitIds],
    to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
  });
  await tenant.database.raw`insert into last_position
      (organization_id, driver_id, route_id, lat, lng, accuracy_meters, recorded_at, received_at, change_seq)
    values (${tenant.organizationId}, ${driverIds[0]!}, ${routeIds[0]!}, 55.68, 12.56, 8, now() - interval '1 minute', now(), 1)`;
  return { ...scenario, ...(await apiClient(lastmile, tenant)) };
}

describe("GET /deliveries/{deliveryId}/live", () => {
  test("200: status, driver, expected arrival and progress, before and on a route", async () => {
    const { ask, deliveryIds, driverIds } = await plannedDay();
    const { status, body } = await ask("GET", `/deliveries/${dress("delivery", deliveryIds[0]!)}/live`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "scheduled",
      driver_id: dress("driver", driverIds[0]!),
      driver_location: { lat: 55.68, lon: 12.56 },
      progress_pct: 10,
    });
    expect(body.eta).toMatch(/^2031-03-03T/);
    const other = await shop();
    const { body: made } = await other.ask("POST", "/deliveries", { body: deliveryRequest() });
    const live = await other.ask("GET", `/deliveries/${made.delivery_id}/live`);
    expect(live.body).toMatchObject({ status: "requested", driver_id: null, eta: null, progress_pct: 0 });
    expect((await other.ask("GET", `/deliveries/${dress("delivery", deliveryIds[0]!)}/live`)).status).toBe(404);
  });
});

describe("GET /deliveries/{deliveryId}/timeline", () => {
  test("200: page after page, newest first", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const path = `/deliveries/${made.delivery_id}`;
    for (const area of ["a", "b"]) await ask("PATCH", path, { body: { area } });
    await ask("POST", `${path}/cancel`);
    const types: string[] = [];
    for (let next: string | null = `${path}/timeline?limit=2`; next; ) {
      const { body } = await ask("GET", next);
      types.push(...body.items.map(({ type }: { type: string }) => type));
      next = body.next_cursor && `${path}/timeline?limit=2&cursor=${body.next_cursor}`;
    }
    expect(types).toEqual(["delivery.changed", "delivery.changed", "delivery.changed", "delivery.created"]);
  });

  test("400, 404: no page, no delivery", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    expect((await ask("GET", `/deliveries/${made.delivery_id}/timeline?cursor=x`)).status).toBe(400);
    expect((await ask("GET", `/deliveries/${dress("delivery", NOBODY)}/timeline`)).status).toBe(404);
  });
});

describe("GET /drivers/{driverId}/location", () => {
  test("200, 404: where he was last; nothing of one who was not seen; nobody", async () => {
    const { ask, driverIds } = await plannedDay();
    const seen = await ask("GET", `/drivers/${dress("driver", driverIds[0]!)}/location`);
    expect(seen.body).toMatchObject({ location: { lat: 55.68, lon: 12.56, accuracy_meters: 8 } });
    const unseen = await ask("GET", `/drivers/${dress("driver", driverIds[1]!)}/location`);
    expect(unseen).toMatchObject({ status: 200, body: { location: null } });
    expect((await ask("GET", `/drivers/${dress("driver", NOBODY)}/location`)).status).toBe(404);
    const other = await shop();
    expect((await other.ask("GET", `/drivers/${dress("driver", driverIds[0]!)}/location`)).status).toBe(404);
  });
});

describe("GET /areas/{areaId}/heatmap", () => {
  test("200: open deliveries by squares, of an area or everywhere; what is over counts no more", async () => {
    const { ask } = await shop();
    for (const area of ["north", "north", "south"]) {
      await ask("POST", "/deliveries", { body: deliveryRequest({ area }) });
    }
    const { body } = await ask("GET", "/areas/default/heatmap");
    expect(body).toMatchObject({ area_id: "default", active_deliveries: 3, cells: [{ deliveries: 3, drivers: 0 }] });
    const { body: north } = await ask("GET", "/areas/north/heatmap?cell_degrees=0.1");
    expect(north.cells).toEqual([{ lat: expect.closeTo(55.6), lon: expect.closeTo(12.5), deliveries: 2, drivers: 0 }]);
    const { body: list } = await ask("GET", "/deliveries?area=north");
    await ask("POST", `/deliveries/${list.items[0].delivery_id}/cancel`);
    expect((await ask("GET", "/areas/north/heatmap")).body.active_deliveries).toBe(1);
  });

  test("200: drivers who were seen lately are there too", async () => {
    const { ask } = await plannedDay();
    const { body } = await ask("GET", "/areas/default/heatmap?cell_degrees=1");
    expect(body.cells).toEqual([{ lat: 55, lon: 12, deliveries: 3, drivers: 1 }]);
  });

  test("400, 404: squares of no size, an area nobody named", async () => {
    const { ask } = await shop();
    expect((await ask("GET", "/areas/default/heatmap?cell_degrees=0")).status).toBe(400);
    expect((await ask("GET", "/areas/nowhere/heatmap")).status).toBe(404);
  });
});

describe("GET /public/track", () => {
  test("200: without a token, what a customer may know, and nothing that is private", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    const { status, body } = await ask("GET", `/public/track?tracking_number=${made.tracking_number.toLowerCase()}`, {
      token: null,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tracking_number: made.tracking_number,
      status: "requested",
      window: { from: "2031-03-03T08:00:00Z", to: "2031-03-03T10:00:00Z" },
      van: null,
      sender: "Test",
    });
    const text = JSON.stringify(body);
    for (const secret of ["Jane", "Holm", "33123456", "Bredgade", "example.com"]) expect(text).not.toContain(secret);
  });

  test("400, 404: no number, one nobody has", async () => {
    const { ask } = await shop();
    expect((await ask("GET", "/public/track", { token: null })).status).toBe(400);
    expect((await ask("GET", "/public/track?tracking_number=0123456789ABCDEF", { token: null })).status).toBe(404);
  });
});

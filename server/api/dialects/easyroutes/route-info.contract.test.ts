import { describe, expect, test } from "vitest";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { dress } from "./ids";
import { add, importAll, stopAt } from "./testing/import-all";
import { plannedShop } from "./testing/shop";

describe("GET /stops/imports/{id}/routes", () => {
  test("200: the route an imported stop is on, by either of its names; 404 where there is no stop", async () => {
    const mine = await plannedShop([]);
    const [stop] = await importAll(mine, stopAt(1, 1, { clientStopId: "mystopid-123" }));
    const infoOf = async (id: string) => (await mine.ask("GET", `/stops/imports/${id}/routes`)).body;
    expect(await infoOf(stop!.id)).toEqual({ id: stop!.id, routeInfo: [] });
    const { body: route } = await add(mine, mine.route(0), stop!.id);
    const expected = { routeId: mine.route(0), stopId: route.stops[0].id, deliveryStatus: "READY_FOR_DELIVERY" };
    expect(await infoOf("mystopid-123")).toEqual({ id: stop!.id, routeInfo: [expected] });
    expect(await infoOf("nobody")).toMatchObject({ code: 5 });
  });

  test("200: an imported stop that is deleted stays on its route", async () => {
    const mine = await plannedShop([]);
    const [stop] = await importAll(mine, stopAt(1, 1, { clientStopId: "gone" }));
    await add(mine, mine.route(0), "gone");
    expect((await mine.ask("DELETE", "/stops/imports/gone")).status).toBe(200);
    expect((await mine.ask("GET", `/stops/imports/${stop!.id}`)).status).toBe(404);
    const { stops } = (await mine.ask("GET", `/routes/${mine.route(0)}`)).body;
    expect(stops[0]).toMatchObject({ clientStopId: "gone", importedStopId: stop!.id });
    const [anew] = await importAll(mine, stopAt(2, 2, { clientStopId: "gone" }));
    expect(anew!.id).not.toBe(stop!.id);
    expect((await mine.ask("GET", "/stops/imports")).body.stops).toHaveLength(1);
    await mine.ask("DELETE", `/routes/${mine.route(0)}/stops/${stops[0].id}`);
    const { tenant } = mine.scenario;
    const left = await tenant.database.raw`select id from delivery where organization_id = ${tenant.organizationId}`;
    expect(left.map(({ id }) => dress("delivery", id))).toEqual([anew!.id]);
  });
});

describe("GET /stops/shopify/{id}/routes", () => {
  test("200: the routes of an order of Shopify's, none for one nobody knows", async () => {
    const mine = await plannedShop([]);
    const { projectId } = mine.scenario;
    const draft = {
      source: "Shopify",
      sourceId: "6229749334323",
      notes: "Gift",
      dropoff: { address: { street: "Bredgade 1" }, position: { lat: 55.68, lng: 12.56 } },
    };
    const { verdicts } = await createDeliveries(mine.scenario.context(), { projectId, deliveries: [draft] });
    const { body: route } = await add(mine, mine.route(0), dress("delivery", verdicts[0]!.deliveryId!));
    expect(route.stops[0]).toMatchObject({
      source: "SHOPIFY_ORDER",
      shopifyOrderId: "6229749334323",
      shopifyOrder: { orderNote: "Gift" },
    });
    const { body } = await mine.ask("GET", "/stops/shopify/6229749334323/routes");
    expect(body.routeInfo).toEqual([
      { routeId: mine.route(0), stopId: route.stops[0].id, deliveryStatus: "READY_FOR_DELIVERY" },
    ]);
    expect((await mine.ask("GET", "/stops/shopify/7/routes")).body).toEqual({ routeInfo: [] });
  });
});

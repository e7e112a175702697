import { describe, expect, test } from "vitest";
import { deliveryIdsSql } from "@/db/queries/order/list-delivery-ids";
import { explain } from "@/db/testing/explain";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { moveStops } from "@/server/services/plan/move-stops";
import { apiClient } from "@/server/testing/api-client";
import { planScenario } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, shop } from "./testing/shop";

const NOWHERE = dress("delivery", "01980000-0000-8000-8000-000000000001");

describe("POST /deliveries", () => {
  test("201: a delivery comes back as it was sent", async () => {
    const { ask } = await shop();
    const { status, body, headers } = await ask("POST", "/deliveries", { body: deliveryRequest() });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: body.delivery_id,
      status: "requested",
      type: "delivery",
      source: "fulfillment_service",
      source_id: "ful_123",
      order_id: "ord_456",
      service_level: "same_day",
      priority: "normal",
      area: "default",
      pickup: { window: { from: "2031-03-03T06:00:00Z", to: "2031-03-03T08:00:00Z" } },
      dropoff: {
        address: {
          line1: "Bredgade 1",
          line2: "2. tv.",
          region: "Hovedstaden",
          location: { lat: 55.6832, lon: 12.5883 },
        },
        recipient: { name: "Jane Holm", phone: "+4533123456", email: "jane@example.com" },
        window: { from: "2031-03-03T08:00:00Z", to: "2031-03-03T10:00:00Z" },
      },
      packages: [{ package_id: "pkg_1", weight: 1200, volume: 2.5, quantity: 1 }],
      assignment: null,
      metadata: { promised_by: "2031-03-03T12:00:00Z", nested: { a: null } },
      version: 1,
    });
    expect(body.delivery_id).toMatch(/^dlv_[0-9a-f]{24}$/);
    expect(body.tracking_number).toMatch(/^[0-9A-F]{16}$/);
    expect(headers.get("location")).toBe(`/v1/lastmile/deliveries/${body.delivery_id}`);
    expect(headers.get("etag")).toBe('"v1"');
    const read = await ask("GET", `/deliveries/${body.delivery_id}`);
    expect(read.body).toMatchObject(body);
  });

  test("201: the core knows it as an order of its day, with its load and its door", async () => {
    const { ask, tenant } = await shop();
    await ask("POST", "/deliveries", { body: deliveryRequest() });
    const [row] = await tenant.database.raw`
      select kind, service_date::text as date, loads, v.windows, v.contact_phone as phone from delivery d
      join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
      where d.organization_id = ${tenant.organizationId}`;
    expect(row).toEqual({
      kind: "dropoff",
      date: "2031-03-03",
      loads: [1200, 2500, 1, 0],
      windows: [{ date: "2031-03-03", fromSeconds: 9 * 3600, toSeconds: 11 * 3600 }],
      phone: "+4533123456",
    });
  });

  test("201: goods are fetched where it is known where, and no van starts at a depot", async () => {
    const { ask } = await shop();
    const request = deliveryRequest();
    const pickup = { ...request.pickup, address: { ...request.pickup.address, lat: 55.7, lon: 12.59 } };
    const { body } = await ask("POST", "/deliveries", { body: { ...request, pickup } });
    expect(body.pickup).toMatchObject({ address: { line1: "Amerika Plads 1", location: { lat: 55.7, lon: 12.59 } } });
    expect((await ask("GET", `/deliveries/${body.delivery_id}`)).body.pickup).toEqual(body.pickup);
  });

  test("201: several at once are answered in order", async () => {
    const { ask } = await shop();
    const requests = ["a", "b", "c"].map((order_id) => deliveryRequest({ order_id }));
    const { status, body } = await ask("POST", "/deliveries", { body: requests });
    expect(status).toBe(201);
    expect(body.deliveries.map((each: { order_id: string }) => each.order_id)).toEqual(["a", "b", "c"]);
  });

  test("400: values of the wrong type are named", async () => {
    const { ask } = await shop();
    const { status, body } = await ask("POST", "/deliveries", { body: deliveryRequest({ packages: "one" }) });
    expect(status).toBe(400);
    expect(body.error.details.issues).toEqual([{ in: "body", path: "packages", message: expect.any(String) }]);
    expect((await ask("POST", "/deliveries", { body: {} })).status).toBe(400);
    expect((await ask("POST", "/deliveries")).status).toBe(400);
  });

  test.each([
    ["an unknown service level", { service_level: "overnight" }],
    ["an unknown priority", { priority: "urgent" }],
    ["an address of nowhere", { dropoff: { address: { city: "København" } } }],
    ["a country that is none", { dropoff: { address: { line1: "Bredgade 1", country: "Danmark" } } }],
    ["a position outside the world", { dropoff: { address: { line1: "x", location: { lat: 91, lon: 0 } } } }],
    [
      "a window that ends before it begins",
      { dropoff: { address: { line1: "x" }, window: { from: "2031-03-03T10:00:00Z", to: "2031-03-03T08:00:00Z" } } },
    ],
    [
      "a window without a zone",
      { dropoff: { address: { line1: "x" }, window: { from: "2031-03-03T08:00:00", to: "2031-03-03T10:00:00" } } },
    ],
  ])("422: %s", async (_what, overrides) => {
    const { ask } = await shop();
    const { status, body } = await ask("POST", "/deliveries", { body: deliveryRequest(overrides) });
    expect(status).toBe(422);
    expect(body.error.code).toBe("meaningless");
  });

  test("409: an organization without a project has nowhere to put it", async () => {
    const { ask } = await apiClient(lastmile, await testTenant());
    expect((await ask("POST", "/deliveries", { body: deliveryRequest() })).status).toBe(409);
  });
});

describe("GET /deliveries/{deliveryId}", () => {
  test("404: unknown, another tenant's, and what is no id", async () => {
    const [mine, theirs] = [await shop(), await shop()];
    const { body } = await theirs.ask("POST", "/deliveries", { body: deliveryRequest() });
    for (const id of [body.delivery_id, NOWHERE, "x", "drv_000000000000000000000000", "%00", "..", "1"]) {
      expect((await mine.ask("GET", `/deliveries/${id}`)).status, id).toBe(404);
    }
  });

  test("200: with who brings it and when, once it is on a route; then it is told to leave it, or not to come", async () => {
    const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }, { at: [3, 0] }], { date: "2031-03-03" });
    const { tenant, planId, visitIds, routeIds, driverIds, deliveryIds } = scenario;
    const { ask } = await apiClient(lastmile, tenant);
    const [first, second] = deliveryIds.map((id) => dress("delivery", id));
    await moveStops(scenario.context(), {
      planId,
      mutationId: scenario.mutationId(),
      visitIds: [...visitIds],
      to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
    });
    const planned = await ask("GET", `/deliveries/${first}`);
    expect(planned.body).toMatchObject({
      status: "scheduled",
      assignment: {
        assignment_id: dress("assignment", routeIds[0]!),
        driver_id: dress("driver", driverIds[0]!),
        route_id: dress("route", routeIds[0]!),
      },
    });
    expect(planned.body.assignment.eta).toMatch(/^2031-03-03T/);
    const routes = (await scenario.seenRoutes()).filter(({ routeId }) => routeId === routeIds[0]);
    await dispatchRoutes(scenario.context(), { planId, mutationId: scenario.mutationId(), routes });
    const sent = await ask("GET", `/deliveries/${first}`);
    expect(sent.body).toMatchObject({
      status: "assigned",
      assignment: { assignment_id: expect.stringMatching(/^asg_/) },
    });
    expect(sent.body.assignments).toEqual([sent.body.assignment]);
    expect(sent.body.timeline.map((each: { status?: string }) => each.status)).toContain("assigned");
    const ofDriver = await ask("GET", `/deliveries?driver_id=${sent.body.assignment.driver_id}&status=assigned`);
    expect(ofDriver.body.items).toHaveLength(3);
    const late = await ask("PATCH", `/deliveries/${first}`, { body: { area: "x" } });
    expect(late).toMatchObject({ status: 409, body: { error: { details: { reason: "dispatched" } } } });
    const window = { from: "2031-03-05T08:00:00Z", to: "2031-03-05T10:00:00Z" };
    const moved = await ask("POST", `/deliveries/${first}/reschedule`, { body: { window } });
    expect(moved.body).toMatchObject({ status: "requested", assignment: null, dropoff: { window } });
    const called = await ask("POST", `/deliveries/${second}/cancel`, { body: {} });
    expect(called.body).toMatchObject({ cancelled: true, reconcile_actions: [{ action: "restock_goods" }] });
    expect((await scenario.sequences())[0]).toBe("2");
  });
});

describe("GET /deliveries", () => {
  test("200: filters combine, and pages follow each other without gap or repetition", async () => {
    const { ask } = await shop();
    const requests = Array.from({ length: 7 }, (_, index) =>
      deliveryRequest({
        order_id: String(index),
        area: index % 2 ? "north" : "south",
        service_level: index < 4 ? "express" : "standard",
      }),
    );
    for (const body of requests) expect((await ask("POST", "/deliveries", { body })).status).toBe(201);
    const seen: string[] = [];
    for (let path: string | null = "/deliveries?limit=3"; path; ) {
      const { body } = await ask("GET", path);
      seen.push(...body.items.map((each: { order_id: string }) => each.order_id));
      path = body.next_cursor && `/deliveries?limit=3&cursor=${body.next_cursor}`;
    }
    expect(seen).toEqual(["6", "5", "4", "3", "2", "1", "0"]);
    const orders = async (query: string) =>
      (await ask("GET", `/deliveries?${query}`)).body.items.map((each: { order_id: string }) => each.order_id);
    expect(await orders("area=north")).toEqual(["5", "3", "1"]);
    expect(await orders("area=north&service_level=express")).toEqual(["3", "1"]);
    expect(await orders("area=default&service_level=standard")).toEqual(["6", "5", "4"]);
    expect(await orders("status=requested,failed&area=south&service_level=standard")).toEqual(["6", "4"]);
    expect(await orders("status=delivered")).toEqual([]);
    expect(await orders("from=2020-01-01T00:00:00Z&area=north")).toEqual(["5", "3", "1"]);
    expect(await orders("to=2020-01-01T00:00:00Z")).toEqual([]);
    expect(await orders(`driver_id=${dress("driver", "01980000-0000-8000-8000-000000000001")}`)).toEqual([]);
    expect(await orders("driver_id=nobody")).toEqual([]);
  });

  test.each(["limit=0", "limit=201", "limit=x", "status=lost", "from=yesterday", "cursor=x", "limit=1&limit=2"])(
    "400: %s",
    async (query) => {
      const { ask } = await shop();
      expect((await ask("GET", `/deliveries?${query}`)).status).toBe(400);
    },
  );
});

test.each([
  ["delivery_pkey", {}],
  ["delivery_status", { statuses: ["requested" as const] }],
  ["delivery_service_level", { serviceLevel: "express" as const }],
  ["delivery_area", { area: "north" }],
  ["driver_day_driver", { driverId: "01980000-0000-8000-8000-000000000001" }],
  ["delivery_pkey", { createdFrom: new Date(0), createdBefore: new Date() }],
])("the list has an index for what it is asked: %s", async (index, wanted) => {
  const { tenant } = await shop();
  const { database, organizationId } = tenant;
  const plan = await explain(database, organizationId, deliveryIdsSql(organizationId, wanted, undefined, 51), {
    isLarge: true,
  });
  expect(plan).toContain(index.replace("delivery_pkey", "delivery_organization_id_id_pk"));
  expect(plan).not.toContain("Seq Scan");
});

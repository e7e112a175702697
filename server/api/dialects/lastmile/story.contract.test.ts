import { expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { threadSolver } from "@/server/optimizer/pool/thread-solver";
import { apiClient } from "@/server/testing/api-client";
import { FakeClock } from "@/server/testing/fake-clock";
import { makePicture } from "@/server/testing/make-picture";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { got, typedClient } from "@/server/testing/typed-client";
import { lastmile } from "./lastmile";
import type { components, paths } from "./testing/document-types";
import { deliveryRequest } from "./testing/shop";

type DeliveryRequest = components["schemas"]["DeliveryRequest"];
const DAY = "2031-03-03";
const DOORS = [
  { lat: 55.6832, lon: 12.5883 },
  { lat: 55.6761, lon: 12.5683 },
  { lat: 55.6867, lon: 12.5701 },
];

/** A program of an organization in Copenhagen, on the morning of a day that is planned. */
async function morning() {
  const clock = new FakeClock(`${DAY}T05:00:00Z`);
  const tenant = await testTenant({ clock, blobs: memoryBlobStore(), travel: estimateTravel, solver: threadSolver });
  await testProject(tenant);
  const client = await apiClient(lastmile, tenant, { now: () => clock.now() });
  const as = (token = client.secret) => typedClient<paths>(lastmile, client, token);
  return { clock, as, api: as(), failures: client.failures };
}

const requests = DOORS.map((location, index): DeliveryRequest => {
  const { dropoff, pickup: _, ...request } = deliveryRequest({ order_id: `ord_${index}` });
  const window = { from: `${DAY}T08:00:00Z`, to: `${DAY}T14:00:00Z` };
  return { ...request, dropoff: { ...dropoff, address: { ...dropoff.address, location }, window } };
});

test("the whole document's story, told by the client that is made from it", async () => {
  const { clock, as, api, failures } = await morning();

  const partner = await got(
    api.POST("/partners", { body: { name: "Riders", type: "3pl", capabilities: ["returns"] } }),
  );
  const vehicle = await got(api.POST("/vehicles", { body: { type: "van", registration: "AB 12 345" } }));
  const start_location = { lat: 55.68, lon: 12.56 };
  const who = { name: "Ida Holm", vehicle_id: vehicle.vehicle_id, metadata: { start_location } };
  const driver = await got(api.POST("/drivers", { body: who }));

  const made = await got(api.POST("/deliveries", { body: requests }));
  if (!("deliveries" in made)) throw new Error("several were sent, and one came back");
  const deliveryIds = made.deliveries.map((each) => ("error" in each ? "" : each.delivery_id));
  expect(deliveryIds).not.toContain("");

  const preview = await got(api.POST("/optimizer/preview", { body: { delivery_ids: deliveryIds } }));
  expect(preview).toMatchObject({ unassigned: [], estimated_distance_m: expect.any(Number) });
  expect(preview.eta_per_stop.map(({ delivery_id }) => delivery_id).sort()).toEqual(deliveryIds.toSorted());
  const read = (deliveryId: string) => got(api.GET("/deliveries/{deliveryId}", { params: { path: { deliveryId } } }));
  expect((await read(deliveryIds[0]!)).status).toBe("requested");

  const auto = await got(api.POST("/assignments/auto", { body: { delivery_ids: deliveryIds, strategy: "cost" } }));
  if (!("assignments" in auto)) throw new Error("nobody asked for a job");
  expect(auto.unassigned).toEqual([]);
  const assignment = auto.assignments[0]!;
  expect(assignment).toMatchObject({ status: "assigned", driver_id: driver.driver_id });
  expect((await read(deliveryIds[0]!)).assignment?.assignment_id).toBe(assignment.assignment_id);

  const byDriver = { path: { driverId: driver.driver_id } };
  /** A driver's token is good for minutes: his app gets another one. */
  const letIn = async () => {
    const { token } = await got(api.POST("/drivers/{driverId}/impersonate-token", { params: byDriver }));
    return as(token);
  };
  clock.set(`${DAY}T07:30:00Z`);
  let app = await letIn();
  const onRoute = { params: { path: { assignmentId: assignment.assignment_id } } };
  await got(app.POST("/driver-api/assignments/{assignmentId}/accept", onRoute));
  await got(app.POST("/driver-api/assignments/{assignmentId}/start-route", onRoute));
  const { stops } = await got(app.GET("/driver-api/assignment/{assignmentId}/route", onRoute));
  expect(stops).toHaveLength(3);

  const base64 = Buffer.from(await makePicture({ type: "image/png", widthPixels: 80 })).toString("base64");
  for (const [index, { stop_id }] of stops.entries()) {
    clock.set(`${DAY}T${String(8 + index).padStart(2, "0")}:10:00Z`);
    app = await letIn();
    const atDoor = { path: { stopId: stop_id } };
    await got(app.POST("/driver-api/stops/{stopId}/arrive", { params: atDoor, body: { location: start_location } }));
    clock.advanceSeconds(180);
    if (index === 0) {
      const body = { reason: "no_one_home", next_action: "reschedule" } as const;
      await got(app.POST("/driver-api/stops/{stopId}/failed", { params: atDoor, body }));
    } else {
      const body = { recipient_signature: { base64 }, recipient_name: "Jane Holm" };
      await got(app.POST("/driver-api/stops/{stopId}/complete", { params: atDoor, body }));
    }
  }
  const [failed, delivered, returned] = stops.map(({ delivery_id }) => delivery_id) as [string, string, string];
  expect([(await read(failed)).status, (await read(delivered)).status]).toEqual(["failed", "delivered"]);
  const of = (deliveryId: string) => ({ params: { path: { deliveryId } } });
  const pods = await got(api.GET("/deliveries/{deliveryId}/pod", of(delivered)));
  expect(JSON.stringify(pods)).toMatch(/[0-9a-f]{64}/);

  clock.set(`${DAY}T15:00:00Z`);
  const window = { from: "2031-03-04T08:00:00Z", to: "2031-03-04T12:00:00Z" };
  await got(api.POST("/deliveries/{deliveryId}/retry", { ...of(failed), body: { window } }));
  expect(["requested", "scheduled"]).toContain((await read(failed)).status);
  const back = await got(api.POST("/returns/pickup", { body: { delivery_id: returned, window } }));
  expect(back).toMatchObject({ type: "return", status: "requested" });

  const timeline = await got(api.GET("/deliveries/{deliveryId}/timeline", of(failed)));
  const types = timeline.items.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["delivery.created", "stop.arrived", "stop.completed"]));
  const metrics = await got(api.GET("/metrics", { params: { query: { from: DAY, to: DAY } } }));
  expect(metrics).toMatchObject({ failed_deliveries: expect.any(Number), on_time_delivery_pct: expect.any(Number) });
  const audit = await got(api.GET("/audit", { params: { query: { actor: "driver", limit: 200 } } }));
  expect(audit.items.map(({ action }) => action)).toContain("assignment.accepted");
  const settlement_ids = ["settle_1"];
  const body = { partner_id: partner.partner_id, settlement_ids };
  await got(api.POST("/settlement-refs/{deliveryId}", { ...of(delivered), body }));
  const settled = await got(api.GET("/settlement-refs/{deliveryId}", of(delivered)));
  expect(settled).toMatchObject({ settlement_ids, items: [{ partner_id: partner.partner_id }] });
  expect(failures).toEqual([]);
});

import { expect, test } from "vitest";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { planScenario } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { bulkEditDeliveries } from "./bulk-edit-deliveries";
import { createDeliveries } from "./create-deliveries";
import { deleteDeliveries } from "./delete-deliveries";
import { editDelivery } from "./edit-delivery";
import { getDelivery } from "./get-delivery";

async function threeOrders() {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const context = tenant.context("dispatcher");
  const deliveries = [1, 2, 3].map((number) => dropoffDraft(number, { tags: ["old"], serviceDate: "2026-11-21" }));
  const { verdicts } = await createDeliveries(context, { projectId, deliveries });
  return { tenant, projectId, context, ids: verdicts.map(({ deliveryId }) => deliveryId!) };
}

test("changes what is given, empties what is null, refuses the stale and the taken", async () => {
  const { tenant, context, ids } = await threeOrders();
  const id = ids[0]!;
  const before = await getDelivery(context, { id });
  expect(await editDelivery(context, { id, version: 1, changes: { serviceDate: null, notes: "gate 4" } })).toEqual({
    id,
    version: 2,
  });
  const moved = { dropoff: { address: { street: "Nørregade 10", postcode: "1165", city: "København K" } } };
  await editDelivery(context, { id, changes: moved });
  const after = await getDelivery(context, { id });
  expect(after.input.serviceDate).toBeUndefined();
  expect(after.input.dropoff?.address.street).toBe("Nørregade 10");
  expect(after.visits[0]!.id).toBe(before.visits[0]!.id);
  expect(after.visits[0]!.locationId).not.toBe(before.visits[0]!.locationId);
  await expect(editDelivery(context, { id, version: 1, changes: { notes: "x" } })).rejects.toMatchObject({
    code: "stale",
  });
  await expect(editDelivery(context, { id, changes: { externalId: "T-2" } })).rejects.toMatchObject({
    code: "refused",
    details: { reason: "exists" },
  });
  await expect(
    editDelivery(context, { id, changes: { dropoff: { contact: { phone: "123" } } } }),
  ).rejects.toMatchObject({ code: "invalid", details: { issues: [{ path: "dropoff.contact.phone" }] } });
  const same = await editDelivery(context, { id, changes: { notes: "gate 4" } });
  expect(same.version).toBe(3);
  await expect(editDelivery(tenant.context("viewer"), { id, changes: {} })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("many at once, one verdict each", async () => {
  const { context, ids, tenant } = await threeOrders();
  const unknown = tenant.newId();
  const { verdicts } = await bulkEditDeliveries(context, {
    ids: [...ids, unknown],
    edit: { serviceDate: null, priority: "high", addTags: ["new"], removeTags: ["old"], serviceSeconds: 600 },
  });
  expect(verdicts.map(({ outcome, deliveryId }) => [outcome, deliveryId])).toEqual([
    ...ids.map((id) => ["updated", id]),
    ["refused", unknown],
  ]);
  const one = await getDelivery(context, { id: ids[1]! });
  expect(one.input).toMatchObject({ priority: "high", tags: ["new"], dropoff: { serviceSeconds: 600 } });
  const again = await bulkEditDeliveries(context, { ids, edit: { priority: "high" } });
  expect(again.verdicts.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test("what is on a route keeps its day and is not deleted; what is dispatched does not change at all", async () => {
  const plan = await planScenario([{ at: [1, 1] }, { at: [2, 1] }]);
  const { tenant } = plan;
  const context = tenant.context("dispatcher");
  const [onRoute, free] = plan.deliveryIds as [string, string];
  await tenant.database.raw`
    insert into stop (organization_id, id, plan_id, route_id, visit_id, position, arrive_seconds, start_seconds,
      depart_seconds, leg_meters, leg_seconds, rule_breaks)
    values (${tenant.organizationId}, ${tenant.newId()}, ${plan.planId}, ${plan.routeIds[0]!}, ${plan.visitIds[0]!}, 0,
      0, 0, 0, 0, 0, '[]')`;
  await expect(editDelivery(context, { id: onRoute, changes: { serviceDate: "2026-12-01" } })).rejects.toMatchObject({
    details: { reason: "on_route" },
  });
  tenant.jobs.length = 0;
  await editDelivery(context, { id: onRoute, changes: { notes: "back door" } });
  expect(tenant.jobs).toMatchObject([{ name: "measure-routes", payload: { planId: plan.planId } }]);
  expect((await getDelivery(context, { id: onRoute })).route).toMatchObject({ planId: plan.planId, status: "planned" });
  const deleted = await deleteDeliveries(context, { ids: [onRoute, free] });
  expect(deleted.verdicts).toMatchObject([
    { deliveryId: onRoute, outcome: "refused", reason: "on_route" },
    { deliveryId: free, outcome: "deleted" },
  ]);
  await expect(getDelivery(context, { id: free })).rejects.toMatchObject({ code: "not-found" });

  await tenant.database.raw`update route set status = 'dispatched' where id = ${plan.routeIds[0]!}`;
  await expect(editDelivery(context, { id: onRoute, changes: { notes: "x" } })).rejects.toMatchObject({
    details: { reason: "dispatched" },
  });
  await tenant.database.raw`update delivery set status = 'delivered', external_id = 'X-1' where id = ${onRoute}`;
  const replaced = await createDeliveries(context, {
    projectId: plan.projectId,
    mode: "replace",
    deliveries: [dropoffDraft(1, { externalId: "X-1" })],
  });
  expect(replaced.verdicts).toMatchObject([{ outcome: "refused", reason: "closed" }]);
});

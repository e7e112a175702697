import { expect, test } from "vitest";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "./create-deliveries";
import { getDelivery } from "./get-delivery";

test("creates, and takes the same number in by the mode asked for", async () => {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const context = tenant.context("dispatcher");
  const first = await createDeliveries(context, {
    projectId,
    deliveries: [dropoffDraft(1, { tags: ["a"], notes: "ring twice", notificationPreference: "sms" }), dropoffDraft(2)],
  });
  expect(first.verdicts.map(({ outcome }) => outcome)).toEqual(["created", "created"]);
  const id = first.verdicts[0]!.deliveryId!;
  const stored = await getDelivery(context, { id });
  expect(stored).toMatchObject({
    status: "requested",
    version: 1,
    route: null,
    input: {
      notes: "ring twice",
      notificationPreference: "sms",
      dropoff: { address: { country: "DK" }, serviceSeconds: 180 },
    },
    visits: [{ role: "dropoff", confidence: "pending", position: null }],
  });
  expect(tenant.jobs.map(({ name }) => name)).toEqual(["geocode-locations"]);

  const again = await createDeliveries(context, { projectId, mode: "create", deliveries: [dropoffDraft(1)] });
  expect(again.verdicts[0]).toMatchObject({ outcome: "refused", reason: "exists" });

  const update = await createDeliveries(context, {
    projectId,
    mode: "update",
    deliveries: [
      { externalId: "T-1", dropoff: { contact: { phone: "+4533999999" } } },
      dropoffDraft(77),
      { externalId: "T-1" },
    ],
  });
  expect(update.verdicts).toMatchObject([
    { outcome: "updated", deliveryId: id },
    { outcome: "refused", reason: "unknown" },
    { outcome: "refused", reason: "duplicate" },
  ]);
  expect((await getDelivery(context, { id })).input).toMatchObject({
    notes: "ring twice",
    tags: ["a"],
    dropoff: { contact: { name: "Ida Holm 1", phone: "+4533999999" } },
  });

  const merge = await createDeliveries(context, {
    projectId,
    mode: "merge",
    deliveries: [{ externalId: "T-1", notes: "new" }, dropoffDraft(3), { externalId: "T-4" }],
  });
  expect(merge.verdicts).toMatchObject([
    { outcome: "updated" },
    { outcome: "created" },
    { outcome: "refused", reason: "invalid", issues: [{ path: "dropoff" }] },
  ]);

  const replace = await createDeliveries(context, { projectId, mode: "replace", deliveries: [dropoffDraft(1)] });
  expect(replace.verdicts).toMatchObject([{ outcome: "updated", deliveryId: id }]);
  const replaced = await getDelivery(context, { id });
  expect(replaced.input).toMatchObject({ notes: "", tags: [], dropoff: { contact: { phone: "+4533123456" } } });
  expect(replaced.version).toBe(4);
  const same = await createDeliveries(context, { projectId, mode: "replace", deliveries: [dropoffDraft(1)] });
  expect(same.verdicts).toMatchObject([{ outcome: "unchanged", deliveryId: id }]);
});

test("an invalid item does not hold up the others; text that Postgres cannot keep is cleaned", async () => {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const { verdicts } = await createDeliveries(tenant.context(), {
    projectId,
    deliveries: [
      dropoffDraft(1, { priority: "urgent!!" as never }),
      dropoffDraft(2, { notes: "a\0b\ud800c" }),
      dropoffDraft(3, { kind: "pair" }),
    ],
  });
  expect(verdicts).toMatchObject([
    { outcome: "refused", reason: "invalid", issues: [{ path: "priority" }] },
    { outcome: "created" },
    { outcome: "refused", reason: "invalid", issues: [{ path: "pickup", message: "is missing" }] },
  ]);
  const stored = await getDelivery(tenant.context(), { id: verdicts[1]!.deliveryId! });
  expect(stored.input.notes).toBe("ab\ufffdc");
});

test("two writers of the same numbers end with one delivery each, and nobody waits for ever", async () => {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  const send = (order: readonly number[]) =>
    createDeliveries(tenant.context(), {
      projectId,
      mode: "merge",
      deliveries: order.map((number) => dropoffDraft(number)),
    });
  const both = await Promise.all([send(numbers), send([...numbers].reverse())]);
  const created = both.flatMap(({ verdicts }) => verdicts).filter(({ outcome }) => outcome === "created");
  expect(new Set(created.map(({ externalId }) => externalId)).size).toBe(200);
  expect(created).toHaveLength(200);
});

test("pickups and pairs keep their doors through a change of kind", async () => {
  const tenant = await testTenant();
  const context = tenant.context();
  const projectId = await testProject(tenant);
  const visit = (street: string) => ({ address: { street, postcode: "1260" } });
  const pair = { externalId: "P", kind: "pair" as const, pickup: visit("Bredgade 1"), dropoff: visit("Bredgade 9") };
  const { verdicts } = await createDeliveries(context, { projectId, deliveries: [pair] });
  const id = verdicts[0]!.deliveryId!;
  expect((await getDelivery(context, { id })).visits.map(({ role }) => role).sort()).toEqual(["dropoff", "pickup"]);
  const only = { externalId: "P", kind: "dropoff" as const, dropoff: visit("Bredgade 9"), items: [{ barcode: "42" }] };
  const replaced = await createDeliveries(context, { projectId, mode: "replace", deliveries: [only] });
  expect(replaced.verdicts).toMatchObject([{ outcome: "updated" }]);
  const after = await getDelivery(context, { id });
  expect(after.visits.map(({ role }) => role)).toEqual(["dropoff"]);
  expect(after.input).toMatchObject({ kind: "dropoff", items: [{ barcode: "42", quantity: 1 }] });
});

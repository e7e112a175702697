import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveryPageSql } from "@/db/queries/order/list-deliveries";
import { withTenant } from "@/db/with-tenant";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { createDeliveries } from "./create-deliveries";
import { getDelivery } from "./get-delivery";
import { listDeliveries } from "./list-deliveries";

test("creates, and takes the same number in by the mode asked for", async () => {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const context = tenant.context("dispatcher");
  const first = await createDeliveries(context, {
    projectId,
    deliveries: [dropoffDraft(1, { tags: ["a"], notes: "ring twice" }), dropoffDraft(2)],
  });
  expect(first.verdicts.map(({ outcome }) => outcome)).toEqual(["created", "created"]);
  const id = first.verdicts[0]!.deliveryId!;
  const stored = await getDelivery(context, { id });
  expect(stored).toMatchObject({
    status: "requested",
    version: 1,
    route: null,
    input: { notes: "ring twice", dropoff: { address: { country: "DK" }, serviceSeconds: 180 } },
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

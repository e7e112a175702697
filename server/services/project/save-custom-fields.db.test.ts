import { expect, test } from "vitest";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { editDelivery } from "@/server/services/order/edit-delivery";
import { getDelivery } from "@/server/services/order/get-delivery";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { listProjects } from "./list-projects";
import { saveCustomFields } from "./save-custom-fields";

const FLOOR = { name: "floor", kind: "number" as const };
const GOODS = { name: "goods", kind: "select" as const, choices: ["Dry", "Cold"], isRequired: true };

async function projectWithFields() {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const admin = tenant.context("admin");
  const { changedAt } = await saveCustomFields(admin, { projectId, fields: [FLOOR, GOODS], seenAt: null });
  return { tenant, projectId, admin, seenAt: changedAt };
}

test("replaces what was seen, and nothing else", async () => {
  const { tenant, projectId, admin, seenAt } = await projectWithFields();
  const stale = { code: "stale", details: { reason: "settings-changed" } };
  await expect(saveCustomFields(admin, { projectId, fields: [FLOOR], seenAt: null })).rejects.toMatchObject(stale);
  const next = await saveCustomFields(admin, { projectId, fields: [GOODS], seenAt });
  await expect(saveCustomFields(admin, { projectId, fields: [FLOOR], seenAt })).rejects.toMatchObject(stale);
  const [project] = await listProjects(admin, {});
  expect(project).toMatchObject({ customFieldDefinitions: [GOODS], customFieldsChangedAt: new Date(next.changedAt!) });
  const dispatcher = tenant.context("dispatcher");
  await expect(saveCustomFields(dispatcher, { projectId, fields: [], seenAt })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = (await testTenant()).context("admin");
  await expect(saveCustomFields(stranger, { projectId, fields: [], seenAt: null })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("people fill in what is required, in the field's own kind; what was there before may stay", async () => {
  const { tenant, projectId, admin, seenAt } = await projectWithFields();
  const context = tenant.context("dispatcher");
  const sent = (customFields: object) => ({
    projectId,
    deliveries: [dropoffDraft(1, { customFields: customFields as Record<string, string> })],
  });
  const refusals = async (customFields: object) => {
    const [verdict] = (await createDeliveries(context, sent(customFields))).verdicts;
    return verdict?.outcome === "refused" ? verdict.issues.map(({ path, message }) => `${path} ${message}`) : [];
  };
  expect(await refusals({ floor: "up" })).toEqual([
    "customFields.floor must be a number",
    "customFields.goods is required",
  ]);
  expect(await refusals({ goods: "Wet" })).toEqual(["customFields.goods must be one of Dry, Cold"]);
  const { verdicts } = await createDeliveries(context, sent({ floor: "3", goods: "cold", colour: "red" }));
  const id = verdicts[0]!.deliveryId!;
  expect((await getDelivery(context, { id })).input.customFields).toEqual({ floor: 3, goods: "Cold", colour: "red" });
  await saveCustomFields(admin, { projectId, fields: [{ ...GOODS, choices: ["Frozen"] }], seenAt });
  await editDelivery(context, { id, changes: { notes: "ring twice" } });
  await expect(editDelivery(context, { id, changes: { customFields: { goods: null } } })).rejects.toMatchObject({
    code: "invalid",
    details: { issues: [{ path: "customFields.goods" }] },
  });
});

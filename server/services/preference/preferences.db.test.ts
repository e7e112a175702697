import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { readPreferences } from "./read-preferences";
import { savePreferences } from "./save-preferences";

const NOWHERE = { country: null, units: "local", language: null };

test("a member has the defaults until something is saved, and then what was saved", async () => {
  const tenant = await testTenant();
  const viewer = tenant.context("viewer");
  expect(await readPreferences(viewer, {})).toEqual({ ...NOWHERE, preferences: DEFAULT_PREFERENCES });
  await testProject(tenant);
  await savePreferences(viewer, { language: "es", panels: { plan: { left: 30 }, live: { left: 20 } } });
  const saved = await savePreferences(viewer, { theme: "dark", panels: { plan: { left: 25, folded: true } } });
  const panels = { plan: { left: 25, folded: true }, live: { left: 20 } };
  expect(saved).toEqual({ ...DEFAULT_PREFERENCES, language: "es", theme: "dark", panels });
  expect(await readPreferences(viewer, {})).toEqual({ ...NOWHERE, preferences: saved, country: "DK" });
});

test("nobody else has them: not a colleague, not the same person elsewhere; and no event tells of them", async () => {
  const tenant = await testTenant();
  const context = tenant.context();
  await savePreferences(context, { hourCycle: "12" });
  const colleague = { ...context, actor: { ...context.actor, id: tenant.newId() } };
  expect((await readPreferences(colleague, {})).preferences).toEqual(DEFAULT_PREFERENCES);
  const elsewhere = await testTenant();
  const guest = { ...elsewhere.context(), actor: { ...elsewhere.context().actor, id: tenant.userId } };
  expect((await readPreferences(guest, {})).preferences).toEqual(DEFAULT_PREFERENCES);
  const [{ count }] = await tenant.database.raw<[{ count: number }]>`
    select count(*)::int as count from event where organization_id = ${tenant.organizationId}`;
  expect(count).toBe(0);
});

test("two first changes at once both last", async () => {
  const context = (await testTenant()).context();
  await Promise.all([savePreferences(context, { hourCycle: "12" }), savePreferences(context, { distanceUnit: "mi" })]);
  expect((await readPreferences(context, {})).preferences).toMatchObject({ hourCycle: "12", distanceUnit: "mi" });
});

test("what is no preference is refused, and jobs have none", async () => {
  const tenant = await testTenant();
  await expect(savePreferences(tenant.context(), { language: "fr" as never })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(savePreferences(tenant.systemContext(), {})).rejects.toMatchObject({ code: "forbidden" });
});

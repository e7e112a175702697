import { expect, test } from "vitest";
import { DEFAULT_DELIVERY_POLICY } from "@/server/domain/policy/delivery-policy";
import { getPolicy } from "@/server/services/exception/get-policy";
import { savePolicy } from "@/server/services/exception/save-policy";
import { FakeClock } from "@/server/testing/fake-clock";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { listAudit } from "../event/list-audit";
import { changePolicies } from "./change-policies";
import { getDelivery } from "./get-delivery";
import { getRetries } from "./get-retries";
import { readPolicies } from "./read-policies";
import { saveDelivery } from "./save-delivery";
import { saveRetries } from "./save-retries";

const STALE = { code: "stale", details: { reason: "settings-changed" } };

async function house() {
  const clock = new FakeClock("2026-06-10T07:00:00Z");
  const tenant = await testTenant({ clock });
  return { tenant, clock, projectId: await testProject(tenant) };
}

test("how often is tried is one rule, wherever it is said; whoever was slower is told, and nothing else is lost", async () => {
  const { tenant, clock, projectId } = await house();
  const context = tenant.context();
  const seen = await getRetries(context, { projectId });
  expect(seen).toEqual({ policy: { maxAttempts: 3, autoReturn: false, autoReturnAttempts: null }, changedAt: null });
  const policy = { maxAttempts: 4, autoReturn: true, autoReturnAttempts: 2 };
  const saved = await saveRetries(context, { projectId, policy, seenAt: null });
  expect((await readPolicies(context, {})).exceptions).toMatchObject({ ...policy, lateMinutes: 10 });
  await expect(
    saveRetries(context, { projectId, policy: { ...policy, maxAttempts: 9 }, seenAt: null }),
  ).rejects.toMatchObject(STALE);
  clock.advanceSeconds(60);
  // The form of what counts as an exception knows nothing of attempts, and takes none back.
  await savePolicy(context, { projectId, policy: { lateMinutes: 25 } });
  expect(await getPolicy(context, { projectId })).toMatchObject({ ...policy, lateMinutes: 25 });
  clock.advanceSeconds(60);
  await changePolicies(context, { retries: { maxAttempts: 5 } });
  const late = saveRetries(context, { projectId, policy: { ...policy, maxAttempts: 6 }, seenAt: saved.changedAt });
  await expect(late).rejects.toMatchObject(STALE);
  expect((await getRetries(context, { projectId })).policy).toEqual({ ...policy, maxAttempts: 5 });
  const backwards = { projectId, policy: { ...policy, autoReturnAttempts: 5 }, seenAt: null };
  await expect(saveRetries(context, backwards)).rejects.toMatchObject({ code: "invalid" });
  const { events } = await listAudit(context, { wanted: { entityId: projectId }, limit: 20 });
  const said = events.filter(({ type }) => type === "project.changed");
  expect(said.at(-1)).toMatchObject({ before: { maxAttempts: 3 }, after: policy });
});

test("what is asked of drivers and partners is replaced as a whole, by whoever saw it as it is", async () => {
  const { tenant, clock } = await house();
  const context = tenant.context();
  expect(await getDelivery(context, {})).toEqual({ policy: DEFAULT_DELIVERY_POLICY, changedAt: null });
  const { contact, partnerRouting } = DEFAULT_DELIVERY_POLICY;
  const policy = { contact: { ...contact, minAttempts: 2 }, partnerRouting: { ...partnerRouting, isOverflow: true } };
  const saved = await saveDelivery(context, { policy, seenAt: null });
  expect(await saveDelivery(context, { policy, seenAt: null })).toEqual(saved);
  clock.advanceSeconds(60);
  await changePolicies(context, { delivery: { contact: { waitMinutes: 5 } } });
  const late = saveDelivery(context, { policy: DEFAULT_DELIVERY_POLICY, seenAt: saved.changedAt });
  await expect(late).rejects.toMatchObject(STALE);
  const now = await getDelivery(context, {});
  expect(now.policy.contact).toMatchObject({ minAttempts: 2, waitMinutes: 5 });
  await saveDelivery(context, { policy: DEFAULT_DELIVERY_POLICY, seenAt: now.changedAt });
  const { events } = await listAudit(context, { wanted: { entityId: tenant.organizationId }, limit: 20 });
  expect(events[0]).toMatchObject({
    type: "organization.policies-changed",
    before: { contact: { minAttempts: 2 } },
    after: { contact: { minAttempts: 0 } },
  });
  await expect(saveDelivery(tenant.context("dispatcher"), { policy, seenAt: null })).rejects.toMatchObject({
    code: "forbidden",
  });
});

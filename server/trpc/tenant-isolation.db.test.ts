import { describe, expect, test } from "vitest";
import type { Actor } from "@/server/domain/access/actor";
import { OUTSIDE_ROLES, permissionsOf } from "@/server/domain/access/permissions";
import { markTenant, TENANT_MARK, tenantFingerprint } from "@/server/testing/marked-tenant";
import { sampleInput } from "@/server/testing/sample-input";
import { silentLive } from "@/server/testing/silent-live";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { appRouter, createCaller } from "./root";
import { callProcedure } from "./testing/call-procedure";
import { idOf } from "./testing/id-of";
import { isolatedPorts } from "./testing/isolated-ports";
import { procedureList } from "./testing/procedure-list";
import { REFINED_INPUTS } from "./testing/refined-inputs";

const DATE = "2026-03-02";

describe("no procedure, called as one tenant with another's ids, sees or changes the other", async () => {
  const [attacker, victim] = [await testTenant(), await testTenant()];
  const ids = await markTenant(victim);
  const before = await tenantFingerprint(victim);
  const ports = isolatedPorts();
  const live = silentLive(attacker.systemContext);
  const services = attacker.context("owner", ports);
  const owner = { ...services, actor: { ...services.actor, sessionId: attacker.newId() } };
  const caller = createCaller({ services: owner, live });
  // What nobody at the desk may is tried by whom it is made for.
  const outsider = await outsiderActor(attacker);
  const outside = createCaller({ services: { ...owner, actor: outsider }, live });
  const procedures = procedureList(appRouter).filter(({ kind }) => kind !== "subscription");

  test.each(procedures)("$path", async ({ path, input, permission }) => {
    const sample = sampleInput(input, (field) => idOf(ids, path, field), DATE);
    const isDesk = permission === undefined || owner.actor.permissions.has(permission);
    const attempt = await callProcedure(
      isDesk ? caller : outside,
      path,
      REFINED_INPUTS[path]?.(sample as never, ids) ?? sample,
    );
    if (attempt.error) {
      const { code, message } = attempt.error;
      expect(["NOT_FOUND", "UNPROCESSABLE_CONTENT", "CONFLICT"], `${code}: ${message}`).toContain(code);
      expect(message).not.toContain(TENANT_MARK);
    }
    expect(JSON.stringify(attempt.result ?? null)).not.toContain(TENANT_MARK);
    expect(await tenantFingerprint(victim)).toBe(before);
  });

  test("the fingerprint would notice a change", async () => {
    const other = await testTenant();
    const ids = await markTenant(other);
    const untouched = await tenantFingerprint(other);
    await other.database.raw`update route set locked = true where id = ${ids.routeId!}`;
    expect(await tenantFingerprint(other)).not.toBe(untouched);
  });

  test("the owner of the rows does see them: the mark is really there to be found", async () => {
    const own = createCaller({ services: victim.context("owner", ports), live });
    const timeline = await callProcedure(own, "event.timeline", {});
    expect(JSON.stringify(timeline.result)).toContain(TENANT_MARK);
  });
});

/** Somebody of a partner, and a driver, in one. */
async function outsiderActor({ database, organizationId, newId, context }: TestTenant): Promise<Actor> {
  const partnerId = newId();
  await database.raw`insert into partner (organization_id, id, name, type, capabilities, vehicle_profiles, areas, contact, metadata, status, created_at, updated_at)
    values (${organizationId}, ${partnerId}, 'Own', '3pl', '{}', '{}', '{}', '{}', '{}', 'active', now(), now())`;
  const permissions = new Set(OUTSIDE_ROLES.flatMap((role) => permissionsOf(role)));
  return { ...context().actor, permissions, partnerId, driverId: newId() };
}

import { describe, expect, test } from "vitest";
import { accessOf, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { markTenant, TENANT_MARK } from "@/server/testing/marked-tenant";
import { testProject } from "@/server/testing/order-builders";
import { sampleInput } from "@/server/testing/sample-input";
import { silentLive } from "@/server/testing/silent-live";
import { testTenant } from "@/server/testing/test-tenant";
import { appRouter, createCaller } from "./root";
import { callProcedure } from "./testing/call-procedure";
import { idOf } from "./testing/id-of";
import { isolatedPorts } from "./testing/isolated-ports";
import { procedureList } from "./testing/procedure-list";
import { REFINED_INPUTS } from "./testing/refined-inputs";

const DATE = "2026-03-02";
/** What all projects share, and so everybody reads. */
const SHARED = [
  "address_book_entry",
  "address_book_street",
  "address_pin",
  "import_mapping",
  "notification_template",
  "notification_opt_out",
];

describe("no procedure, called by a member of another project, sees this one", async () => {
  const tenant = await testTenant();
  const ids = await markTenant(tenant);
  const { raw } = tenant.database;
  for (const table of SHARED) await raw`delete from ${raw(table)} where organization_id = ${tenant.organizationId}`;
  await raw`update partner set name = 'Shared', areas = '{}', contact = '{}', metadata = '{}' where organization_id = ${tenant.organizationId}`;
  const elsewhere = await testProject(tenant);
  const ports = isolatedPorts();
  const live = silentLive(tenant.systemContext);
  const whole = tenant.context("ops", ports);
  const { permissions, reach } = accessOf("ops", null, { ...WHOLE_SCOPE, projectIds: [elsewhere] });
  const signedIn = { ...whole.actor, sessionId: tenant.newId() };
  const limited = { ...whole, actor: { ...signedIn, permissions: new Set(permissions), reach: reach! } };
  const caller = createCaller({ services: limited, live });
  const procedures = procedureList(appRouter).filter(
    ({ kind, permission }) => kind !== "subscription" && permission && permissions.includes(permission),
  );

  test("they lose what is the whole organization's", () => {
    expect(whole.actor.permissions.has("settings.write")).toBe(true);
    expect(permissions).not.toContain("settings.write");
    expect(permissions).not.toContain("audit.read");
    expect(procedures.length).toBeGreaterThan(80);
  });

  test.each(procedures)("$path", async ({ path, input }) => {
    const sample = sampleInput(input, (field) => idOf(ids, path, field), DATE);
    const attempt = await callProcedure(caller, path, REFINED_INPUTS[path]?.(sample as never, ids) ?? sample);
    if (attempt.error) {
      const { code, message } = attempt.error;
      expect(["NOT_FOUND", "UNPROCESSABLE_CONTENT", "CONFLICT", "FORBIDDEN"], `${code}: ${message}`).toContain(code);
      expect(message).not.toContain(TENANT_MARK);
    }
    expect(JSON.stringify(attempt.result ?? null)).not.toContain(TENANT_MARK);
  });

  test("nothing of it was changed", async () => {
    const [row] = await raw<{ touched: number }[]>`select
      (select count(*)::int from delivery where project_id = ${ids.projectId!} and updated_at > created_at)
      + (select count(*)::int from route where id = ${ids.routeId!} and (locked or status <> 'planned' or version > 1))
      + (select 1 - count(*)::int from stop where id = ${ids.stopId!})
      + (select 2 - count(*)::int from delivery where project_id = ${ids.projectId!}) as touched`;
    expect(row!.touched).toBe(0);
  });

  test("a member of this project does see it: the mark is there to be found", async () => {
    const near = accessOf("ops", null, { ...WHOLE_SCOPE, projectIds: [ids.projectId!] });
    const actor = { ...whole.actor, permissions: new Set(near.permissions), reach: near.reach! };
    const own = createCaller({ services: { ...whole, actor }, live });
    const board = await callProcedure(own, "plan.board", { planId: ids.planId });
    expect(JSON.stringify(board.result ?? board.error?.message)).toContain(TENANT_MARK);
  });
});

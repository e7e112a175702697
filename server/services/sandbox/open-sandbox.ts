import "server-only";
import { findHomeProject } from "@/db/queries/project/find-project";
import { ensureSandbox } from "@/db/queries/sandbox/sandboxes";
import { PERMISSIONS } from "@/server/domain/access/permissions";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { authorize } from "../kernel/authorize";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { furnishSandbox } from "./furnish-sandbox";

/**
 * The same way in, to the actor's sandbox: an organization of its own, made when it is first asked for, with one project
 * like the first of the real one. Nothing of the real one can be reached from it.
 */
export async function openSandbox(context: ServiceContext): Promise<ServiceContext> {
  const { actor, ports, database } = context;
  authorize(actor, "members.manage");
  const home = await inTenant(context, (tx) => findHomeProject(tx, actor.organizationId), { readOnly: true });
  const organizationId = await ensureSandbox(database, actor.organizationId, {
    id: ports.ids.newId(),
    now: ports.clock.now(),
  });
  // What is named is the request of the real one: nothing done in here marks it as done.
  const { request: _, ...unnamed } = context;
  const inside = { ...unnamed, actor: { ...actor, organizationId } };
  const permissions = new Set(PERMISSIONS);
  const system = { kind: "system", id: null, label: "Dray", organizationId, permissions } as const;
  const isEmpty = await inTenant(inside, async (tx) => !(await findHomeProject(tx, organizationId)), {
    readOnly: true,
  });
  if (isEmpty) {
    const { timeZone = "UTC", defaultCountry = "DK", currency = "EUR" } = home ?? {};
    const loadDimensions = home?.loadDimensions ?? DEFAULT_LOAD_DIMENSIONS;
    const project = { name: "Sandbox", timeZone, defaultCountry, currency, loadDimensions };
    await furnishSandbox({ ...inside, actor: system }, project);
  }
  return inside;
}

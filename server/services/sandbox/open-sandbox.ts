import "server-only";
import { findHomeProject } from "@/db/queries/project/find-project";
import { ensureSandbox } from "@/db/queries/sandbox/sandboxes";
import { PERMISSIONS } from "@/server/domain/access/permissions";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { authorize } from "../kernel/authorize";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { createProject } from "../project/create-project";

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
  const inside = { ...context, actor: { ...actor, organizationId } };
  const system = {
    kind: "system",
    id: null,
    label: "Dray",
    organizationId,
    permissions: new Set(PERMISSIONS),
  } as const;
  const isEmpty = await inTenant(inside, async (tx) => !(await findHomeProject(tx, organizationId)), {
    readOnly: true,
  });
  if (isEmpty) {
    const { timeZone = "UTC", defaultCountry = "DK", currency = "EUR" } = home ?? {};
    await createProject(
      { ...inside, actor: system },
      {
        name: "Sandbox",
        timeZone,
        defaultCountry,
        currency,
        loadDimensions: home?.loadDimensions ?? DEFAULT_LOAD_DIMENSIONS,
      },
    );
  }
  return inside;
}

import "server-only";
import { findSandboxOf } from "@/db/queries/sandbox/sandboxes";
import { authorize } from "../kernel/authorize";
import type { ServiceContext } from "../kernel/service-context";

/** The same way in, to the actor's sandbox, if one was ever made. An organization that is a sandbox has none. */
export async function knownSandbox(context: ServiceContext): Promise<ServiceContext | null> {
  const { actor, database } = context;
  authorize(actor, "members.manage");
  const organizationId = await findSandboxOf(database, actor.organizationId);
  if (!organizationId) return null;
  const { request: _, ...unnamed } = context;
  return { ...unnamed, actor: { ...actor, organizationId } };
}

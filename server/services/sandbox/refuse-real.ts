import "server-only";
import type { Tx } from "@/db/client";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import type { Permission } from "@/server/domain/access/permissions";
import { ServiceError } from "../kernel/service-error";

/** Refuses to simulate anything in an organization that is nobody's sandbox. */
export async function refuseReal(tx: Tx, organizationId: string, permission: Permission): Promise<void> {
  if (await isSandboxOrganization(tx, organizationId)) return;
  const details = { reason: "permission", permission } as const;
  throw new ServiceError("forbidden", "Only what is in a sandbox is simulated.", details);
}

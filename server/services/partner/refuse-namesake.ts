import "server-only";
import type { Tx } from "@/db/client";
import { isNameTaken } from "@/db/queries/partner/partners";
import { ServiceError } from "../kernel/service-error";

/** Refuses a name that another partner in use, or not ready yet, goes by. */
export async function refuseNamesake(tx: Tx, organizationId: string, name: string, ownId?: string): Promise<void> {
  if (!(await isNameTaken(tx, organizationId, name, ownId))) return;
  throw new ServiceError("conflict", "Another partner has this name.", { reason: "name-taken" });
}

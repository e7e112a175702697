import "server-only";
import { forgetApiRequest } from "@/db/queries/api/api-requests";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import type { RequestName } from "./request-name";

/**
 * Says that a request claimed at `claimedAt` has failed: it may be made again unless something of it is committed. Nothing
 * happens where it was taken for dead and somebody else has claimed it since: that one is at it now.
 */
export function giveUpRequest(services: ServiceContext, request: RequestName, claimedAt: Date): Promise<void> {
  const named = { organizationId: services.actor.organizationId, ...request };
  return inTenant(services, (tx) => forgetApiRequest(tx, named, claimedAt));
}

import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { giveWaiting } from "@/server/services/consignment/give-waiting";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Gives a new driver what has been waiting for him. */
export function placeConsignments(
  services: ServiceContext,
  { email }: JobPayload<"place-consignments">,
): Promise<void> {
  return giveWaiting(services, email);
}

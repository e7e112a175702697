import "server-only";
import type { Database } from "@/db/client";
import { listLiveOrganizations } from "@/db/queries/exception/live-plans";
import type { Clock } from "@/server/ports/clock";
import { askForWatch } from "@/server/services/exception/ask-for-watch";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Gives out, per organization with routes on the road, what is to be looked at anew. */
export async function watchDays(
  database: Database,
  clock: Clock,
  systemOf: (organizationId: string) => ServiceContext,
): Promise<void> {
  for (const organizationId of await listLiveOrganizations(database, clock.now())) {
    await askForWatch(systemOf(organizationId), {});
  }
}

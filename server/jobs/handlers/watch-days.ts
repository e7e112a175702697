import "server-only";
import type { Database } from "@/db/client";
import { listLiveOrganizations } from "@/db/queries/exception/live-plans";
import { listOverdueOrganizations } from "@/db/queries/notification/notifications";
import type { Clock } from "@/server/ports/clock";
import { askForWatch } from "@/server/services/exception/ask-for-watch";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { askForOverdue } from "@/server/services/notification/ask-for-overdue";

/** A message that waits for longer than this beyond its time has been forgotten. */
const OVERDUE_MS = 30_000;

/**
 * Gives out, per organization with routes on the road, what is to be looked at anew, and has messages to customers sent
 * that are overdue.
 */
export async function watchDays(
  database: Database,
  clock: Clock,
  systemOf: (organizationId: string) => ServiceContext,
): Promise<void> {
  for (const organizationId of await listLiveOrganizations(database, clock.now())) {
    await askForWatch(systemOf(organizationId), {});
  }
  for (const organizationId of await listOverdueOrganizations(database, new Date(clock.now().getTime() - OVERDUE_MS))) {
    await askForOverdue(systemOf(organizationId), {});
  }
}

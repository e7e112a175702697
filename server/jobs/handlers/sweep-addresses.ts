import "server-only";
import type { Database } from "@/db/client";
import { listForgottenLookUps } from "@/db/queries/location/forgotten-look-ups";
import { isAskedAgain } from "@/server/domain/address/asked-again";
import type { Clock } from "@/server/ports/clock";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { askAgain } from "@/server/services/location/ask-again";

/** Has addresses looked up again whose geocoder was away until their job gave up; ever more seldom, the longer it is away. */
export async function sweepAddresses(
  database: Database,
  clock: Clock,
  systemOf: (organizationId: string) => ServiceContext,
  onFailure: (organizationId: string, error: unknown) => void,
): Promise<void> {
  const now = clock.now();
  for (const { organizationId, since } of await listForgottenLookUps(database)) {
    const waitedSeconds = (now.getTime() - since.getTime()) / 1000;
    if (!isAskedAgain(waitedSeconds, now)) continue;
    try {
      await askAgain(systemOf(organizationId), {});
    } catch (error) {
      // What goes wrong with one organization is not the others'.
      onFailure(organizationId, error);
    }
  }
}

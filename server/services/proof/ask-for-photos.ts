import "server-only";
import { listRunningDrivers } from "@/db/queries/proof/running-drivers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composePhotoRequest } from "@/server/domain/proof/compose-photo-request";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";
import type { CommandScope } from "../kernel/command";
import { writeToDrivers } from "../message/write-to-drivers";

/**
 * Asks drivers who are still on the road to prove those visits anew, each once for all of his, over the channels their
 * routes went out on. Whoever is done for the day is left alone.
 */
export async function askForPhotos(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  rejected: readonly { readonly each: VisitEvidence; readonly note: string }[],
): Promise<DomainEvent[]> {
  const routeIds = [...new Set(rejected.map(({ each }) => each.routeId))];
  const drivers = await listRunningDrivers(scope.tx, scope.actor.organizationId, routeIds);
  const letters = drivers.map(({ routeId, routeNumber, country, language, ...to }) => {
    const own = rejected.filter(({ each }) => each.routeId === routeId);
    const text = composePhotoRequest(messageReaderOf(country, language), {
      driverName: to.name,
      routeNumber,
      stops: own.map(({ each: { street, contactName, externalId } }) =>
        contactName || externalId ? `${street} (${contactName || externalId})` : street,
      ),
      note: own[0]?.note ?? "",
    });
    return { planId: own[0]!.each.planId, routeId, to, text };
  });
  return writeToDrivers(scope, "photo-asked", letters);
}

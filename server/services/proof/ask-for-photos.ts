import "server-only";
import { listRouteChannels } from "@/db/queries/message/outbox";
import { insertMessages, type OutboxInsert } from "@/db/queries/plan/assignments";
import { listRunningDrivers } from "@/db/queries/proof/running-drivers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composePhotoRequest } from "@/server/domain/proof/compose-photo-request";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";
import type { CommandScope } from "../kernel/command";

const PURPOSE = "photo-asked";

/**
 * Asks drivers who are still on the road to prove those visits anew, each once for all of his, over the channels their
 * routes went out on. Whoever is done for the day is left alone.
 */
export async function askForPhotos(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  rejected: readonly { readonly each: VisitEvidence; readonly note: string }[],
): Promise<DomainEvent[]> {
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const routeIds = [...new Set(rejected.map(({ each }) => each.routeId))];
  const drivers = await listRunningDrivers(tx, organizationId, routeIds);
  const channels = await listRouteChannels(
    tx,
    organizationId,
    drivers.map(({ routeId }) => routeId),
    "route-dispatched",
  );
  const messages = drivers.flatMap(({ routeId, routeNumber, name, email, phone, country }): OutboxInsert[] => {
    const own = rejected.filter(({ each }) => each.routeId === routeId);
    const text = composePhotoRequest(messageReaderOf(country), {
      driverName: name,
      routeNumber,
      stops: own.map(({ each: { street, contactName, externalId } }) =>
        contactName || externalId ? `${street} (${contactName || externalId})` : street,
      ),
      note: own[0]?.note ?? "",
    });
    return channels.flatMap(({ routeId: sentRouteId, channel }): OutboxInsert[] => {
      const recipient = channel === "email" ? email : phone;
      if (sentRouteId !== routeId || recipient === "") return [];
      return [
        {
          organizationId,
          id: scope.newId(),
          channel,
          recipient,
          recipientName: name,
          subject: channel === "email" ? text.subject : "",
          body: text[channel],
          purpose: PURPOSE,
          status: "queued",
          routeId,
          createdAt: now,
          updatedAt: now,
        },
      ];
    });
  });
  await insertMessages(tx, messages);
  for (const { id } of messages) await scope.enqueue("send-message", { messageId: id });
  const planOf = new Map(rejected.map(({ each }) => [each.routeId, each.planId]));
  return messages.map(({ id, channel, routeId }) => ({
    type: "message.queued",
    entity: "message",
    entityId: id,
    planId: planOf.get(routeId!)!,
    data: { channel, routeId, purpose: PURPOSE },
  }));
}

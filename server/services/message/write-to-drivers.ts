import "server-only";
import { listRouteChannels } from "@/db/queries/message/outbox";
import { insertMessages, type OutboxInsert } from "@/db/queries/plan/assignments";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { MessageText } from "@/server/domain/message/message-words";
import type { CommandScope } from "../kernel/command";

/** What somebody who drives a route, or has driven it, is to read. */
export interface DriverLetter {
  readonly planId: string;
  readonly routeId: string;
  readonly to: { readonly name: string; readonly email: string; readonly phone: string };
  readonly text: MessageText;
}

/** Puts letters into the outbox, each over the channels its route has gone out on and its driver is reached by. */
export async function writeToDrivers(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  purpose: "route-changed" | "route-withdrawn" | "photo-asked",
  letters: readonly DriverLetter[],
): Promise<DomainEvent[]> {
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const routeIds = letters.map(({ routeId }) => routeId);
  const sentBy = await listRouteChannels(tx, organizationId, routeIds, "route-dispatched");
  const written = letters.flatMap(({ planId, routeId, to, text }) =>
    sentBy.flatMap(({ routeId: sentRouteId, channel }) => {
      const recipient = channel === "email" ? to.email : to.phone;
      if (sentRouteId !== routeId || recipient === "") return [];
      const message: OutboxInsert & { readonly id: string } = {
        organizationId,
        id: scope.newId(),
        channel,
        recipient,
        recipientName: to.name,
        subject: channel === "email" ? text.subject : "",
        body: text[channel],
        purpose,
        status: "queued",
        routeId,
        createdAt: now,
        updatedAt: now,
      };
      return [{ planId, message }];
    }),
  );
  await insertMessages(
    tx,
    written.map(({ message }) => message),
  );
  for (const { message } of written) await scope.enqueue("send-message", { messageId: message.id });
  return written.map(({ planId, message: { id, channel, routeId } }) => ({
    type: "message.queued",
    entity: "message",
    entityId: id,
    planId,
    data: { channel, routeId, purpose },
  }));
}

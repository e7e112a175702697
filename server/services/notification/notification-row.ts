import "server-only";
import type { NotificationRow } from "@/db/queries/notification/notifications";
import type { PlannedMessage } from "@/server/domain/notification/tell-step";
import type { CommandScope } from "../kernel/command";

/** A message to a door's customer, as it waits until it may leave; one that never may is put down as left out. */
export function notificationRow(
  { actor: { organizationId }, now, newId }: Pick<CommandScope<unknown>, "actor" | "now" | "newId">,
  visitId: string,
  { key, trigger, channel, time, usefulUntilMs }: PlannedMessage,
): NotificationRow {
  return {
    organizationId,
    id: newId(),
    key,
    visitId,
    trigger,
    channel,
    status: time.kind === "send" ? "waiting" : "dropped",
    dueAt: new Date(time.kind === "send" ? time.atMs : now.getTime()),
    usefulUntil: usefulUntilMs === null ? null : new Date(usefulUntilMs),
    messageId: null,
    createdAt: now,
    updatedAt: now,
  };
}

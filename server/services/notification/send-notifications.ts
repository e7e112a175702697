import "server-only";
import { z } from "zod";
import { saveTellings } from "@/db/queries/notification/doors-to-tell";
import { findNotificationPolicy, listOwnTemplates } from "@/db/queries/notification/notification-settings";
import {
  listDueDoors,
  lockWaiting,
  type NotificationRow,
  settleNotifications,
} from "@/db/queries/notification/notifications";
import { insertMessages } from "@/db/queries/plan/assignments";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { stillHolds } from "@/server/domain/notification/due-notification";
import { notificationChannels } from "@/server/domain/notification/notification-channels";
import {
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  type NotificationPolicy,
} from "@/server/domain/notification/notification-policy";
import { sendTime } from "@/server/domain/notification/send-time";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { keepTrackingLinks } from "../tracking/keep-tracking-links";
import { toldRow } from "../tracking/told-window";
import { askForSending } from "./ask-for-sending";
import { loadDoors, type TellingDoor } from "./load-doors";
import { writeNotification } from "./write-notification";

/** Doors whose messages go out in one transaction. */
const MOST_DOORS = 1000;

/** Channels that nothing carries: what goes out by them is only kept. */
type KeptChannels = readonly NotificationChannel[];
type SendScope = CommandScope<KeptChannels>;

/**
 * Turns messages that wait and are due into the outbox's, if what they say still holds: one whose cause was taken back is
 * recalled, one that is refused by now or of no use is dropped, one that has come into quiet hours waits on. Answers
 * with how many doors were looked at; as many as were asked for means that more may wait.
 */
export const sendNotifications = command({
  permission: "plan.dispatch",
  input: z.object({ limit: z.int().min(1).max(MOST_DOORS).default(MOST_DOORS) }),
  prepare: async ({ ports }): Promise<KeptChannels> =>
    NOTIFICATION_CHANNELS.filter((channel) => ports.messengers[channel].source === "outbox"),
  run: async (scope, { limit }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const doorIds = await listDueDoors(tx, organizationId, now, limit);
    if (doorIds.length === 0) return unchanged({ doors: 0, sent: 0 });
    const [policy, tracking] = await Promise.all([
      findNotificationPolicy(tx, organizationId),
      findTrackingPolicy(tx, organizationId),
    ]);
    // The telling first, then its messages: the same order as in `tell-customers`.
    const doors = new Map((await loadDoors(scope, doorIds, tracking)).map((door) => [door.told.visitId, door]));
    const waiting = await lockWaiting(tx, organizationId, doorIds);
    const judged = waiting
      .filter(({ dueAt }) => dueAt <= now)
      .map((row) => ({ row, door: doors.get(row.visitId)!, ...judge(row, doors.get(row.visitId)!, policy, now) }));
    const leaving = judged.filter(({ status }) => status === "sent");
    const messages = await writeAll(scope, leaving, tracking);
    await settleNotifications(
      tx,
      organizationId,
      judged.map(({ row, status, dueAt }) => {
        const messageId = messages.get(row.id)?.id ?? null;
        return { id: row.id, status, dueAt, messageId, updatedAt: now };
      }),
    );
    await saveTellings(tx, organizationId, tellingsAfter(judged, now));
    await askForSending(
      scope,
      judged.map(({ status, dueAt }) => ({ status, dueAt })),
    );
    const result = { doors: doorIds.length, sent: messages.size };
    if (messages.size === 0) return unchanged(result);
    const data = { purpose: "customer", count: messages.size };
    // One entry for all: what was sent of a delivery is read from its messages.
    return changed(result, [{ type: "message.queued", entity: "organization", entityId: organizationId, data }]);
  },
});

interface Judged {
  readonly row: NotificationRow;
  readonly door: TellingDoor;
  readonly status: NotificationRow["status"];
  readonly dueAt: Date;
}

/** What becomes of a message that is due. */
function judge(
  { trigger, channel, dueAt, usefulUntil }: NotificationRow,
  { now: state, recipient, row }: TellingDoor,
  policy: NotificationPolicy,
  now: Date,
): Pick<Judged, "status" | "dueAt"> {
  if (!stillHolds(trigger, state)) return { status: "recalled", dueAt };
  if (!notificationChannels(trigger, recipient, policy).includes(channel)) return { status: "dropped", dueAt };
  // It was kept back long enough; what has changed is the clock.
  const causedAtMs = now.getTime() - policy.recallSeconds * 1000;
  const usefulUntilMs = usefulUntil?.getTime() ?? null;
  const time = sendTime({ trigger, causedAtMs, timeZone: row.timeZone, usefulUntilMs }, policy);
  if (time.kind === "drop") return { status: "dropped", dueAt };
  return time.atMs > now.getTime() ? { status: "waiting", dueAt: new Date(time.atMs) } : { status: "sent", dueAt };
}

/** Writes the messages into the outbox and gives out their jobs; by the row each was made of. */
async function writeAll(scope: SendScope, leaving: readonly Judged[], policy: TrackingPolicy) {
  const { tx, actor, prepared: kept } = scope;
  const templates = leaving.length === 0 ? [] : await listOwnTemplates(tx, actor.organizationId);
  const written = new Map<string, ReturnType<typeof writeNotification>>();
  for (const channel of NOTIFICATION_CHANNELS) {
    const these = leaving.filter(({ row }) => row.channel === channel);
    const doors = these.map(({ row }) => row.visitId);
    const links = await keepTrackingLinks(scope, doors, channel, policy);
    const status = kept.includes(channel) ? "kept" : "queued";
    for (const { row, door } of these) {
      const linkId = links.get(row.visitId)!;
      written.set(row.id, writeNotification(scope, row, { door, linkId, templates, policy, status }));
    }
  }
  await insertMessages(tx, [...written.values()]);
  const queued = [...written.values()].filter(({ status }) => status === "queued");
  await scope.enqueueAll(
    "send-message",
    queued.map(({ id }) => ({ messageId: id })),
  );
  return written;
}

/** What customers know once the messages are written: day and window as told in them, and of which delay. */
function tellingsAfter(judged: readonly Judged[], now: Date) {
  const byDoor = new Map<string, Judged[]>();
  for (const each of judged) byDoor.set(each.row.visitId, [...(byDoor.get(each.row.visitId) ?? []), each]);
  return [...byDoor.values()].flatMap((these) => {
    const { door } = these[0]!;
    const { told, arrival, row, now: state } = door;
    const sent = these.filter(({ status }) => status === "sent");
    const isDelay = ({ row: { trigger } }: Judged) => trigger === "delayed";
    const isTold = sent.some(isDelay);
    const isTakenBack = !isTold && these.some((each) => isDelay(each) && each.status === "recalled");
    if (sent.length === 0 && !isTakenBack) return [];
    const arriveAt = state.arriveAtMs === null ? null : new Date(state.arriveAtMs);
    const window = sent.length === 0 || arrival.told === null ? told : toldRow(arrival.told);
    return [
      {
        visitId: told.visitId,
        toldDate: sent.length > 0 ? row.serviceDate : told.toldDate,
        windowFrom: window.windowFrom,
        windowTo: window.windowTo,
        windowBasis: window.windowBasis,
        widenings: window.widenings,
        delayArriveAt: isTold ? arriveAt : isTakenBack ? null : told.delayArriveAt,
        updatedAt: now,
      },
    ];
  });
}

import "server-only";
import { z } from "zod";
import { findVisitDelivery } from "@/db/queries/customer/visit-delivery";
import { listDoorsToTell } from "@/db/queries/notification/doors-to-tell";
import { findNotificationPolicy } from "@/db/queries/notification/notification-settings";
import { insertNotifications, listNotifications } from "@/db/queries/notification/notifications";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { messageKey, stillHolds } from "@/server/domain/notification/due-notification";
import { channelRefusal } from "@/server/domain/notification/notification-channels";
import { NOTIFICATION_CHANNELS, NOTIFICATION_TRIGGERS } from "@/server/domain/notification/notification-policy";
import { sendTime } from "@/server/domain/notification/send-time";
import { usefulUntilMs } from "@/server/domain/notification/useful-until";
import type { PlainReason } from "@/server/domain/refusal/refusal-reason";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { askForSending } from "../notification/ask-for-sending";
import { loadDoors } from "../notification/load-doors";
import { notificationRow } from "../notification/notification-row";

/** So long nobody is written the same by the same channel. */
const GAP_MINUTES = 5;

/**
 * Writes to a door's customer once more, with what holds now, on the desk's own word. The act has an id, so that a repeated
 * request sends once. Refused where the customer or his order says no, where it is not true (any more), where it could
 * not leave in time, and where he was written the same a moment ago.
 */
export const sendAgain = command({
  permission: "order.write",
  input: z.object({
    actId: z.uuid(),
    visitId: z.uuid(),
    trigger: z.enum(NOTIFICATION_TRIGGERS),
    channel: z.enum(NOTIFICATION_CHANNELS),
  }),
  run: async (scope, { actId, visitId, trigger, channel }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const deliveryId = found(await findVisitDelivery(tx, organizationId, visitId), "stop");
    const [policy, tracking] = await Promise.all([
      findNotificationPolicy(tx, organizationId),
      findTrackingPolicy(tx, organizationId),
    ]);
    const [door] = await loadDoors(scope, await listDoorsToTell(tx, organizationId, { visitIds: [visitId] }), tracking);
    if (!door) throw refused("not-true-now");
    const key = messageKey({ trigger, key: [deliveryId, "again", actId].join("/") }, channel);
    const earlier = await listNotifications(tx, { organizationId, visitId, trigger, channel });
    const same = earlier.find((each) => each.key === key);
    if (same) return unchanged({ dueAtMs: same.dueAt.getTime() });
    const refusal = channelRefusal(trigger, channel, door.recipient, policy);
    if (refusal) throw refused(refusal);
    if (!stillHolds(trigger, door.now)) throw refused("not-true-now");
    const since = new Date(now.getTime() - GAP_MINUTES * 60_000);
    const isRecent = earlier.some(
      ({ status, updatedAt }) => (status === "waiting" || status === "sent") && updatedAt > since,
    );
    if (isRecent) throw refused("written-just-now", "rate-limited");
    const until = usefulUntilMs(trigger, door.useful);
    const timing = { trigger, causedAtMs: now.getTime(), timeZone: door.row.timeZone, usefulUntilMs: until };
    const time = sendTime(timing, policy);
    if (time.kind === "drop") throw refused(time.reason);
    const row = notificationRow(scope, visitId, { key, trigger, channel, time, usefulUntilMs: until });
    await insertNotifications(tx, [row]);
    await askForSending(scope, [row]);
    const event = { type: "delivery.message-asked" as const, entity: "delivery", entityId: deliveryId };
    return changed({ dueAtMs: time.atMs }, [{ ...event, data: { visitId, trigger, channel } }]);
  },
});

function refused(reason: PlainReason, code: "refused" | "rate-limited" = "refused"): ServiceError {
  return new ServiceError(code, `The message is not sent again: ${reason}.`, { reason });
}

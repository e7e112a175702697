import "server-only";
import { z } from "zod";
import { listDoorsToTell, saveTellings } from "@/db/queries/notification/doors-to-tell";
import { findNotificationPolicy } from "@/db/queries/notification/notification-settings";
import { insertNotifications } from "@/db/queries/notification/notifications";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { type Telling, tellStep } from "@/server/domain/notification/tell-step";
import { command, untraced } from "../kernel/command";
import { askForSending } from "./ask-for-sending";
import { loadDoors, type TellingDoor } from "./load-doors";
import { notificationRow } from "./notification-row";

/**
 * Works out what the customers of a route's doors, or of these, are to be written now, by how their deliveries stand as
 * against how they stood at the last look. Messages wait until they may leave; looking again adds none.
 */
export const tellCustomers = command({
  permission: "plan.dispatch",
  input: z.object({ routeId: z.uuid().optional(), visitIds: z.array(z.uuid()).optional() }),
  run: async (scope, { routeId, visitIds }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const named = { ...(routeId && { routeId }), ...(visitIds && { visitIds }) };
    const doorIds = await listDoorsToTell(tx, organizationId, named);
    if (doorIds.length === 0) return untraced({ doors: 0, messages: 0 });
    const [policy, tracking] = await Promise.all([
      findNotificationPolicy(tx, organizationId),
      findTrackingPolicy(tx, organizationId),
    ]);
    const doors = await loadDoors(scope, doorIds, tracking);
    const steps = doors.map((door) => ({ door, ...tellStep(tellingOf(door), factsOf(door, now), policy) }));
    await saveTellings(
      tx,
      organizationId,
      steps.flatMap(({ door, after }) => changedTelling(door, after, now)),
    );
    const rows = steps.flatMap(({ door, messages }) =>
      messages.map((message) => notificationRow(scope, door.told.visitId, message)),
    );
    const news = await insertNotifications(tx, rows);
    if (news.length > 0) await askForSending(scope, rows);
    return untraced({ doors: doors.length, messages: news.length });
  },
});

function tellingOf({ told }: TellingDoor): Telling {
  const { attempt, notifiedState, delays, delayArriveAt } = told;
  return { attempt, state: notifiedState, delays, delayArriveAtMs: delayArriveAt?.getTime() ?? null };
}

function factsOf({ person, recipient, row, now, useful }: TellingDoor, at: Date) {
  return { deliveryId: person.deliveryId, now, recipient, timeZone: row.timeZone, nowMs: at.getTime(), useful };
}

/** The columns that keep how far a door's telling is; none when nothing of it has changed. */
function changedTelling({ told, useful }: TellingDoor, { state, delays, delayArriveAtMs }: Telling, now: Date) {
  const endedAtMs = useful.endedAtMs;
  const isSame =
    state === told.notifiedState &&
    delays === told.delays &&
    delayArriveAtMs === (told.delayArriveAt?.getTime() ?? null) &&
    endedAtMs === (told.endedAt?.getTime() ?? null);
  if (isSame) return [];
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms));
  return [
    {
      visitId: told.visitId,
      notifiedState: state,
      delays,
      delayArriveAt: instant(delayArriveAtMs),
      endedAt: instant(endedAtMs),
      updatedAt: now,
    },
  ];
}

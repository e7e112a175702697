import "server-only";
import { type DoorRecipient, listDoorRecipients } from "@/db/queries/notification/doors-to-tell";
import { lockTolds, type ToldRow } from "@/db/queries/tracking/customer-told";
import { findLeadErrors } from "@/db/queries/tracking/lead-errors";
import { findTrackedVisits, type TrackedVisitRow } from "@/db/queries/tracking/tracked-visit";
import type { NotifiedState } from "@/server/domain/notification/due-notification";
import type { NotificationRecipient } from "@/server/domain/notification/notification-channels";
import type { UsefulTimes } from "@/server/domain/notification/useful-until";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { type AssessedArrival, assessArrival } from "@/server/domain/tracking/assess-arrival";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { hasEnded } from "@/server/domain/tracking/tracking-state";
import type { CommandScope } from "../kernel/command";
import { toldWindow } from "../tracking/told-window";
import { trackedFacts } from "../tracking/tracked-facts";

const DAY_MS = 86_400_000;

/** A door as messages about it need it, private things included. */
export interface TellingDoor {
  /** What was told before; held until the transaction ends. */
  readonly told: ToldRow;
  readonly row: TrackedVisitRow;
  readonly person: DoorRecipient;
  readonly recipient: NotificationRecipient;
  readonly arrival: AssessedArrival;
  readonly page: ReturnType<typeof trackedFacts>["page"];
  readonly now: NotifiedState;
  readonly useful: UsefulTimes;
}

/** Takes the telling of doors in hand and reads how they stand: a few statements, however many doors there are. */
export async function loadDoors(
  { tx, actor: { organizationId }, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  visitIds: readonly string[],
  policy: TrackingPolicy,
): Promise<TellingDoor[]> {
  if (visitIds.length === 0) return [];
  const tolds = await lockTolds(tx, organizationId, visitIds, now);
  const [rows, people, errors] = await Promise.all([
    // Messages say nothing of where the van was.
    findTrackedVisits(tx, organizationId, visitIds, { from: now, until: now }),
    listDoorRecipients(tx, organizationId, visitIds),
    findLeadErrors(tx, organizationId),
  ]);
  const rowOf = new Map(rows.map((row) => [row.visitId, row]));
  const personOf = new Map(people.map((person) => [person.visitId, person]));
  return tolds.map((told) => {
    const [row, person] = [rowOf.get(told.visitId)!, personOf.get(told.visitId)!];
    const facts = trackedFacts(row, told.toldDate, now.getTime());
    const arrival = assessArrival({ ...facts.arrival, told: toldWindow(told), errors }, policy);
    const state = notifiedState(row, arrival);
    const { serviceDate, timeZone, completedAtMs } = row;
    return {
      told,
      row,
      person,
      recipient: recipientOf(person),
      arrival,
      page: facts.page,
      now: state,
      useful: {
        windowToMs: arrival.told?.toMs ?? null,
        dayEndMs: serviceDate === null ? null : startOfDay(serviceDate, timeZone).getTime() + DAY_MS,
        endedAtMs: hasEnded(state.state) ? (told.endedAt?.getTime() ?? completedAtMs ?? now.getTime()) : null,
      },
    };
  });
}

/** A route that its driver has given back has been sent to nobody, whatever its deliveries still say. */
function notifiedState({ routeStatus, arriveAtMs }: TrackedVisitRow, { state, lateness }: AssessedArrival) {
  const isSent = routeStatus !== null && routeStatus !== "planned";
  return {
    state: state === "dispatched" && !isSent ? "planned" : state,
    isLate: lateness === "late",
    arriveAtMs,
  } as const;
}

function recipientOf({ email, phone, preference, refusesEmail, refusesSms }: DoorRecipient): NotificationRecipient {
  return {
    email,
    phone,
    preference,
    optedOut: [...(refusesEmail ? (["email"] as const) : []), ...(refusesSms ? (["sms"] as const) : [])],
  };
}

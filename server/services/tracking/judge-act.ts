import "server-only";
import type { Tx } from "@/db/client";
import { lockTolds, type ToldRow } from "@/db/queries/tracking/customer-told";
import { findTrackedVisits, type TrackedVisitRow } from "@/db/queries/tracking/tracked-visit";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { type ActFault, type ActRefusal, type CustomerAct, refusesAct } from "@/server/domain/tracking/customer-act";
import type { TrackingScope } from "@/server/domain/tracking/tracking-access";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { hasEnded, trackingState } from "@/server/domain/tracking/tracking-state";
import type { CommandScope } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { trackedFacts } from "./tracked-facts";

/** The door a customer's link opens, and how much of it. */
export interface ActDoorKey {
  readonly visitId: string;
  readonly scope: TrackingScope;
}

/** Whether an act may be done by rows that were read; null: yes. */
export function refusalOf(
  act: CustomerAct,
  scope: TrackingScope,
  row: TrackedVisitRow,
  told: Pick<ToldRow, "toldDate" | "reschedules" | "endedAt"> | null,
  policy: TrackingPolicy,
  now: Date,
): ActRefusal | null {
  const { arrival, acts } = trackedFacts(row, told?.toldDate ?? null, now.getTime());
  const state = trackingState(arrival.tracked, policy.near);
  const endedAtMs = told?.endedAt?.getTime() ?? row.completedAtMs ?? (hasEnded(state) ? now.getTime() : null);
  return refusesAct(
    act,
    { ...acts, scope, state, reschedules: told?.reschedules ?? 0, endedAtMs },
    policy,
    now.getTime(),
  );
}

/**
 * Holds a door's telling and says whether its customer may act now: one act of a door is decided after the other, however
 * often and at however many places it is asked for.
 */
export async function judgeAct(
  { tx, actor: { organizationId }, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  { visitId, scope }: ActDoorKey,
  act: CustomerAct,
): Promise<{ readonly told: ToldRow; readonly refusal: ActRefusal | null }> {
  const policy = await findTrackingPolicy(tx, organizationId);
  const [told] = await lockTolds(tx, organizationId, [visitId], now);
  const row = await trackedRow(tx, organizationId, visitId, now);
  return { told: told!, refusal: refusalOf(act, scope, row, told!, policy, now) };
}

/** A door's row; where its van was a while ago is of no account for what may be done. */
export async function trackedRow(tx: Tx, organizationId: string, visitId: string, now: Date): Promise<TrackedVisitRow> {
  const [row] = await findTrackedVisits(tx, organizationId, [visitId], { from: now, until: now });
  return found(row, "stop");
}

/** The refusal of a customer's act; his page says it in words. */
export function actRefused(fault: ActFault): ServiceError {
  return new ServiceError("refused", `The customer cannot do this: ${fault}.`, { reason: "act-refused", fault });
}

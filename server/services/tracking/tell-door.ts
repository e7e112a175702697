import "server-only";
import type { ToldRow } from "@/db/queries/tracking/customer-told";
import type { TrackedVisitRow } from "@/db/queries/tracking/tracked-visit";
import { type AssessedArrival, assessArrival } from "@/server/domain/tracking/assess-arrival";
import type { LeadErrors } from "@/server/domain/tracking/lead-errors";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { hasEnded } from "@/server/domain/tracking/tracking-state";
import { toldRow, toldWindow } from "./told-window";
import { trackedFacts } from "./tracked-facts";

/** A door, private things included, and what its customer is told of it at a moment. */
export interface ToldDoor {
  readonly row: TrackedVisitRow;
  readonly policy: TrackingPolicy;
  readonly nowMs: number;
  readonly arrival: AssessedArrival;
  readonly facts: ReturnType<typeof trackedFacts>;
  /** What is told now; to be kept where it differs from what was told. */
  readonly told: ToldRow;
  readonly isNews: boolean;
}

/** What the customer of a door is told now, after what he was told before. */
export function tellDoor(
  row: TrackedVisitRow,
  before: ToldRow,
  errors: LeadErrors,
  policy: TrackingPolicy,
  now: Date,
): ToldDoor {
  const nowMs = now.getTime();
  const facts = trackedFacts(row, before.toldDate, nowMs);
  const arrival = assessArrival({ ...facts.arrival, told: toldWindow(before), errors }, policy);
  const endedAt = hasEnded(arrival.state) ? (before.endedAt ?? new Date(row.completedAtMs ?? nowMs)) : null;
  const said = { ...toldRow(arrival.told), toldDate: before.toldDate ?? row.serviceDate, endedAt };
  const isNews = !isSame(before, said);
  const told = isNews ? { ...before, ...said, updatedAt: now } : before;
  return { row, policy, nowMs, arrival, facts, told, isNews };
}

function isSame(before: ToldRow, said: Partial<ToldRow>): boolean {
  return (Object.keys(said) as (keyof ToldRow)[]).every((key) => String(before[key]) === String(said[key]));
}

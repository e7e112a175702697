import "server-only";
import type { Tx } from "@/db/client";
import { findOptimizingLease, listPresence } from "@/db/queries/plan/plan-presence";
import type { Actor } from "@/server/domain/access/actor";
import { type PresentPerson, peopleOf } from "@/server/domain/plan/plan-presence";

/** Who else has the plan open, and what they have in hand: a run of the optimizer counts as its asker's. */
export async function presentPeople(
  tx: Tx,
  { id, organizationId }: Actor,
  planId: string,
  now: Date,
): Promise<PresentPerson[]> {
  if (id === null) return [];
  const boards = await listPresence(tx, organizationId, planId, id, now);
  const run = await findOptimizingLease(tx, organizationId, planId, id);
  return peopleOf([...boards, ...(run ? [{ ...run, activity: "optimizing" as const }] : [])]);
}

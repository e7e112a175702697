import "server-only";
import { listAsked } from "@/db/queries/partner/handovers";
import { type RoundRow, updateRound } from "@/db/queries/partner/rounds";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { MOST_RUNS } from "@/server/domain/partner/round";
import type { CommandScope } from "../kernel/command";
import type { RestOfRound } from "./run-round";
import { startRun } from "./start-run";

/**
 * Takes a locked round up whose last offer has come to nothing, for a new run of it; ends it, and answers null, where nobody
 * follows: by the policy, because somebody chose the partner, or because too many runs were broken off.
 */
export async function takeUpRound(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  round: RoundRow,
  { lostId = null, runs = 1 }: { readonly lostId?: string | null; readonly runs?: number } = {},
): Promise<RestOfRound | null> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const { partnerRouting } = await findDeliveryPolicy(tx, organizationId);
  const exceptPartnerIds = await listAsked(tx, organizationId, { deliveryId: round.deliveryId, roundId: round.id });
  const isOver = round.isByHand || (!partnerRouting.isFallback && exceptPartnerIds.length > 0) || runs > MOST_RUNS;
  if (isOver) {
    await updateRound(tx, organizationId, round.id, { end: "nobody", endedAt: now, runId: null });
    return null;
  }
  return { round: await startRun(scope, round, runs), exceptPartnerIds, lostId };
}

import "server-only";
import { fromNow, type RoundRow, updateRound } from "@/db/queries/partner/rounds";
import { SILENCE_MS } from "@/server/domain/partner/round";
import type { CommandScope } from "../kernel/command";

/** A round that is being run: by whom, and what it is about. */
export interface RunningRound extends Pick<RoundRow, "deliveryId" | "isByHand" | "vehicleProfile"> {
  readonly roundId: string;
  readonly runId: string;
}

/**
 * Gives a locked round to a new run of it, and to no other; should its process die, `recover-round` finds that its beat stands
 * still. `runs`: how many there were with this one since a partner answered.
 */
export async function startRun(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "newId" | "enqueue">,
  { id: roundId, beat: before, deliveryId, isByHand, vehicleProfile }: RoundRow,
  runs = 1,
): Promise<RunningRound> {
  const { tx, actor, newId } = scope;
  const [runId, beat] = [newId(), before + 1];
  await updateRound(tx, actor.organizationId, roundId, { runId, beat });
  await lookLater(scope, { roundId, beat, runs });
  return { roundId, runId, deliveryId, isByHand, vehicleProfile };
}

/** Has a locked round looked at once a run that lives must have said so: whether its beat still stands where it is now. */
export async function lookLater(
  { tx, enqueue }: Pick<CommandScope<unknown>, "tx" | "enqueue">,
  seen: { readonly roundId: string; readonly beat: number; readonly runs: number },
): Promise<void> {
  await enqueue("recover-round", seen, await fromNow(tx, SILENCE_MS));
}

import "server-only";
import { type RoundRow, updateRound } from "@/db/queries/partner/rounds";
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
  { tx, actor, now, newId, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  { id: roundId, beat: before, deliveryId, isByHand, vehicleProfile }: RoundRow,
  runs = 1,
): Promise<RunningRound> {
  const [runId, beat] = [newId(), before + 1];
  await updateRound(tx, actor.organizationId, roundId, { runId, beat });
  await enqueue("recover-round", { roundId, beat, runs }, new Date(now.getTime() + SILENCE_MS));
  return { roundId, runId, deliveryId, isByHand, vehicleProfile };
}

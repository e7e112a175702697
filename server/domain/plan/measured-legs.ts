import { boardLegs, type LegSource } from "./board-legs";
import type { DraftLeg } from "./optimization-run";
import type { PlanBoard } from "./plan-board";

/** The board's own legs with measured ones in their place, by `legKey`. */
export function measuredLegs(board: PlanBoard, measured: ReadonlyMap<string, DraftLeg>): LegSource {
  const estimate = boardLegs(board);
  return (from, to, profile) => {
    const leg = measured.get(legKey(from.id, to.id));
    if (!leg) return estimate(from, to, profile);
    return { durationSeconds: leg[0], distanceMeters: leg[1], isEstimate: leg[2] === 1 };
  };
}

export function legKey(fromId: string, toId: string): string {
  return `${fromId}>${toId}`;
}

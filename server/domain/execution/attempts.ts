import { type DriverOp, opVisitIds } from "./driver-op";

/** How often a driver tried at a door by his acts: every attempt he told of; one, where he only says that it failed. */
export function attemptsAt(ops: Iterable<DriverOp>, visitId: string): number {
  let attempted = 0;
  let hasFailed = false;
  for (const act of ops) {
    if (act.type !== "complete" || !opVisitIds(act).includes(visitId)) continue;
    if (act.outcome === "attempted") attempted++;
    else if (act.outcome === "failed") hasFailed = true;
  }
  return Math.max(attempted, hasFailed ? 1 : 0);
}

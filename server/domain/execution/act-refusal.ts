import type { CompleteOp, DriverOp } from "./driver-op";
import type { RouteRun } from "./run-state";

/** Why an act cannot be, as its driver's route stands. */
export type ActRefusal = "route-declined" | "route-begun" | "route-over";

/** Where a driver's route stands: what he has answered to its newest offer, and what has happened on it. */
export interface RouteStanding {
  readonly answer: "offered" | "accepted" | "declined";
  readonly run: Pick<RouteRun, "startedAtMs" | "finishedAtMs">;
}

/**
 * What a route's state forbids its driver to say now; null: nothing. Of what is sent late it is the time of the act that
 * counts: a door he was at before the end of his route may be told after it.
 */
export function actRefusal(
  { type, occurredAt }: Pick<DriverOp, "type" | "occurredAt">,
  { answer, run }: RouteStanding,
): ActRefusal | null {
  const isOver = run.finishedAtMs !== null && occurredAt.getTime() > run.finishedAtMs;
  if (isOver && type !== "check-out") return "route-over";
  if (type === "decline") return run.startedAtMs === null ? null : "route-begun";
  return answer === "declined" ? "route-declined" : null;
}

/**
 * True where an act without a time of its own says what is known already: it is one that was sent again. An end that names
 * another next step, or other counts, is a mistake put right.
 */
export function isSaidAlready(
  act: Pick<DriverOp, "type"> & object,
  { answer }: RouteStanding,
  run: RouteRun,
  known: readonly DriverOp[],
): boolean {
  switch (act.type) {
    case "accept":
      return answer === "accepted";
    case "decline":
      return answer === "declined";
    case "start-route":
      return run.startedAtMs !== null;
    case "check-in":
      return run.checkedInAtMs !== null;
    case "check-out":
      return run.checkedOutAtMs !== null;
    case "arrive":
      return "visitId" in act && run.stops.get(act.visitId as string)?.arrivedAtMs != null;
    case "complete": {
      const { visitIds = [], ...end } = act as Partial<CompleteOp>;
      return visitIds.every((visitId) => {
        const opId = run.stops.get(visitId)?.completion?.opId;
        const made = known.find((each) => each.opId === opId);
        return made?.type === "complete" && isSameEnd(end, made);
      });
    }
    default:
      return false;
  }
}

function isSameEnd({ outcome, next, items = [] }: Partial<CompleteOp>, made: CompleteOp): boolean {
  const isCounted = ({ itemId, quantity }: CompleteOp["items"][number]) =>
    made.items.some((each) => each.itemId === itemId && each.quantity === quantity);
  return outcome === made.outcome && (next === undefined || next === made.next) && items.every(isCounted);
}

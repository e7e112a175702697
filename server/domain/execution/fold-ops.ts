import { type CompleteOp, type DriverOp, opVisitIds } from "./driver-op";
import type { Completion, RouteBreak, RouteRun, StopRun } from "./run-state";

/**
 * What a route's acts add up to. The answer depends on the set of acts alone, not on the order in which they came in:
 * they are put into the order in which the device made them, and each fact is then the first or the last act that says it.
 * - arrivals, departures, start, check-in: the first act counts; later ones repeat it;
 * - outcomes and the answer to the offer: the last act counts, so that a driver can put a mistake right, and an act that
 *   is late on the wire but earlier by the device's clock never takes a newer outcome back;
 * - an act at a door says that the route has begun, even where "start" was forgotten.
 */
export function foldOps(ops: Iterable<DriverOp>): RouteRun {
  const ordered = [...ops].sort(compareOps);
  const first = (...types: readonly DriverOp["type"][]) => {
    const found = ordered.find((each) => types.includes(each.type));
    return found ? found.occurredAt.getTime() : null;
  };
  const answer = ordered.findLast((each) => each.type === "accept" || each.type === "decline");
  return {
    answer: answer ? (answer.type === "accept" ? "accepted" : "declined") : null,
    answeredAtMs: answer ? answer.occurredAt.getTime() : null,
    declineReason: answer?.type === "decline" ? answer.reason : null,
    declineNote: answer?.type === "decline" ? answer.note : "",
    checkedInAtMs: first("check-in"),
    startedAtMs: first("start-route", "depart", "arrive", "complete"),
    finishedAtMs: first("finish-route"),
    checkedOutAtMs: first("check-out"),
    breaks: foldBreaks(ordered),
    stops: foldStops(ordered),
  };
}

/** The order in which acts were made: device time, then the device's own count, then the id. */
export function compareOps(a: DriverOp, b: DriverOp): number {
  const byTime = a.occurredAt.getTime() - b.occurredAt.getTime();
  if (byTime !== 0) return byTime;
  if (a.deviceSeq !== b.deviceSeq) return a.deviceSeq - b.deviceSeq;
  return a.opId < b.opId ? -1 : a.opId > b.opId ? 1 : 0;
}

function foldBreaks(ordered: readonly DriverOp[]): RouteBreak[] {
  const breaks: RouteBreak[] = [];
  let fromMs: number | null = null;
  for (const { type, occurredAt } of ordered) {
    if (type === "break-start") fromMs ??= occurredAt.getTime();
    else if (type === "break-end" && fromMs !== null) {
      breaks.push({ fromMs, toMs: occurredAt.getTime() });
      fromMs = null;
    }
  }
  return fromMs === null ? breaks : [...breaks, { fromMs, toMs: null }];
}

function foldStops(ordered: readonly DriverOp[]): ReadonlyMap<string, StopRun> {
  const stops = new Map<string, { departedAtMs: number | null; arrivedAtMs: number | null; last: CompleteOp | null }>();
  let headingFor: string | null = null;
  for (const act of ordered) {
    if (act.type !== "depart" && act.type !== "arrive" && act.type !== "complete") continue;
    const atMs = act.occurredAt.getTime();
    for (const visitId of opVisitIds(act)) {
      const stop = stops.get(visitId) ?? { departedAtMs: null, arrivedAtMs: null, last: null };
      if (act.type === "depart") stop.departedAtMs ??= atMs;
      else if (act.type === "arrive") stop.arrivedAtMs ??= atMs;
      else stop.last = act;
      stops.set(visitId, stop);
      if (act.type === "depart") headingFor = visitId;
    }
  }
  return new Map(
    [...stops].map(([visitId, { departedAtMs, arrivedAtMs, last }]) => {
      const status =
        last?.outcome ?? (arrivedAtMs !== null ? "arrived" : headingFor === visitId ? "enroute" : "planned");
      return [visitId, { visitId, status, departedAtMs, arrivedAtMs, completion: last && completionOf(last) }];
    }),
  );
}

function completionOf(act: CompleteOp): Completion {
  const { opId, outcome, reason, note, recipientName, answers, items, proofIds, position, occurredAt } = act;
  return {
    opId,
    outcome,
    reason: reason ?? null,
    note,
    recipientName,
    answers,
    items,
    proofIds,
    position: position ?? null,
    atMs: occurredAt.getTime(),
  };
}

import type { LegSource } from "./board-legs";
import { routeFigures } from "./diff-plan";
import { insertAtBest } from "./find-best-position";
import { type MoveIntent, type MoveRefusal, moveStops } from "./move-stops";
import { type BoardRoute, boardVisit, type PlanBoard, routeVisitIds } from "./plan-board";
import { retimeRoute } from "./retime-route";
import type { RouteRuleBreak, StopRuleBreak } from "./schedule-route";

export interface ScheduleDelta {
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly lateStops: number;
  readonly lateSeconds: number;
  readonly overtimeSeconds: number;
  readonly costCents: number;
}

/** A rule broken by the change, or broken worse than before; `visitId` null: the route's own rule. */
export interface NewRuleBreak {
  readonly routeId: string;
  readonly visitId: string | null;
  readonly rule: StopRuleBreak | RouteRuleBreak;
  readonly isWorse: boolean;
}

export interface RouteChangePreview {
  readonly routeId: string;
  readonly visitIds: readonly string[];
  readonly delta: ScheduleDelta;
  readonly newBreaks: readonly NewRuleBreak[];
  /** True while a changed leg is only an estimate: shown with `~`. */
  readonly isApproximate: boolean;
}

export interface InsertionPreview extends RouteChangePreview {
  /** The stop that the first of the visits follows: what a drop here should ask for. Null: the front of the route. */
  readonly afterVisitId: string | null;
}

/**
 * What putting these visits on a route would do to that route: at the best position, or after a given stop (null: at
 * the front). Does not ask whether it is allowed. About 0.3 ms for a route of 125 stops.
 */
export function evaluateInsertion(
  board: PlanBoard,
  visitIds: readonly string[],
  route: BoardRoute,
  at: "best" | { readonly afterVisitId: string | null },
  legs: LegSource,
): InsertionPreview {
  const moved = new Set(visitIds);
  const rest = routeVisitIds(route).filter((visitId) => !moved.has(visitId));
  const sequence = at === "best" ? bestSequence(board, route, rest, visitIds, legs) : [...rest];
  if (at !== "best") {
    const index = at.afterVisitId === null ? 0 : rest.indexOf(at.afterVisitId) + 1;
    sequence.splice(index, 0, ...visitIds);
  }
  const first = sequence.findIndex((visitId) => moved.has(visitId));
  return { ...previewRoute(board, route, sequence, legs), afterVisitId: sequence[first - 1] ?? null };
}

function bestSequence(
  board: PlanBoard,
  route: BoardRoute,
  rest: readonly string[],
  visitIds: readonly string[],
  legs: LegSource,
): string[] {
  const visitsOf = (ids: readonly string[]) => ids.map((visitId) => boardVisit(board, visitId));
  return insertAtBest(route, visitsOf(rest), visitsOf(visitIds), legs).map((visit) => visit.id);
}

export type MovePreview =
  | {
      readonly ok: true;
      readonly routes: readonly RouteChangePreview[];
      /** Over all routes concerned, the one left and the one entered. */
      readonly delta: ScheduleDelta;
      readonly newBreaks: readonly NewRuleBreak[];
      readonly isApproximate: boolean;
      readonly movedVisitIds: readonly string[];
    }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/** What a move would do to every route it touches, or why it is refused; the same rule as the drop itself. */
export function evaluateMove(board: PlanBoard, intent: MoveIntent, legs: LegSource): MovePreview {
  const outcome = moveStops(board, intent, legs);
  if (!outcome.ok) return outcome;
  const routes = outcome.sequences.map(({ routeId, visitIds }) =>
    previewRoute(board, board.routes.find((route) => route.id === routeId)!, visitIds, legs),
  );
  return {
    ok: true,
    routes,
    delta: routes.reduce((sum, route) => addDeltas(sum, route.delta), NO_DELTA),
    newBreaks: routes.flatMap((route) => route.newBreaks),
    isApproximate: routes.some((route) => route.isApproximate),
    movedVisitIds: outcome.movedVisitIds,
  };
}

/** What serving these visits instead would do to the route. */
export function previewRoute(
  board: PlanBoard,
  route: BoardRoute,
  visitIds: readonly string[],
  legs: LegSource,
): RouteChangePreview {
  const after = retimeRoute(route, visitIds, board, legs);
  const previous = routeFigures(route.schedule);
  const next = routeFigures(after.schedule);
  const known = new Set(route.stops.map((stop) => stop.leg));
  return {
    routeId: route.id,
    visitIds,
    delta: {
      distanceMeters: next.distanceMeters - previous.distanceMeters,
      durationSeconds: next.durationSeconds - previous.durationSeconds,
      lateStops: next.lateStops - previous.lateStops,
      lateSeconds: next.lateSeconds - previous.lateSeconds,
      overtimeSeconds: next.overtimeSeconds - previous.overtimeSeconds,
      costCents: next.costCents - previous.costCents,
    },
    newBreaks: newRuleBreaks(route, after),
    isApproximate: [...after.stops.map((stop) => stop.leg), ...(after.returnLeg ? [after.returnLeg] : [])].some(
      (leg) => leg.isEstimate && !known.has(leg) && leg !== route.returnLeg,
    ),
  };
}

const NO_DELTA: ScheduleDelta = {
  distanceMeters: 0,
  durationSeconds: 0,
  lateStops: 0,
  lateSeconds: 0,
  overtimeSeconds: 0,
  costCents: 0,
};

function addDeltas(a: ScheduleDelta, b: ScheduleDelta): ScheduleDelta {
  return {
    distanceMeters: a.distanceMeters + b.distanceMeters,
    durationSeconds: a.durationSeconds + b.durationSeconds,
    lateStops: a.lateStops + b.lateStops,
    lateSeconds: a.lateSeconds + b.lateSeconds,
    overtimeSeconds: a.overtimeSeconds + b.overtimeSeconds,
    costCents: a.costCents + b.costCents,
  };
}

type AnyBreak = StopRuleBreak | RouteRuleBreak;

/** The rules broken after a change that were not, or less, broken before it. */
export function newRuleBreaks(before: BoardRoute, after: BoardRoute): NewRuleBreak[] {
  const known = new Map<string, number>();
  const note = (visitId: string | null, rules: readonly AnyBreak[]) => {
    for (const rule of rules) known.set(breakKey(visitId, rule), breakSize(rule));
  };
  for (const stop of before.schedule.stops) if (stop.breaks.length > 0) note(stop.visitId, stop.breaks);
  note(null, before.schedule.breaks);
  const fresh: NewRuleBreak[] = [];
  const compare = (visitId: string | null, rules: readonly AnyBreak[]) => {
    for (const rule of rules) {
      const size = known.get(breakKey(visitId, rule));
      if (size !== undefined && size >= breakSize(rule)) continue;
      fresh.push({ routeId: after.id, visitId, rule, isWorse: size !== undefined });
    }
  };
  for (const stop of after.schedule.stops) if (stop.breaks.length > 0) compare(stop.visitId, stop.breaks);
  compare(null, after.schedule.breaks);
  return fresh;
}

function breakKey(visitId: string | null, rule: AnyBreak): string {
  const subject =
    rule.rule === "capacity" ? rule.dimension : "missing" in rule ? rule.missing : "reason" in rule ? rule.reason : "";
  return `${visitId ?? ""}|${rule.rule}|${subject}`;
}

function breakSize(rule: AnyBreak): number {
  if ("seconds" in rule) return rule.seconds;
  if ("over" in rule) return rule.over;
  return "meters" in rule ? rule.meters : 0;
}

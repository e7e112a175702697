import type { LegSource } from "../board-legs";
import { routeFigures } from "../diff-plan";
import { type BoardLeg, type BoardRoute, type PlanBoard, routeVisitIds } from "../plan-board";
import { drivenLegs, type SequenceReload } from "../reload-trips";
import { retimeRoute } from "../retime-route";
import type { Loads } from "../routing-problem";
import type { RouteRuleBreak, StopRuleBreak } from "../rule-break";

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
  /** How the highest load changes, by dimension. */
  readonly loadDelta: Loads;
  readonly newBreaks: readonly NewRuleBreak[];
  /** True while a changed leg is only an estimate: shown with `~`. */
  readonly isApproximate: boolean;
}

/** What a change would do to the routes it touches. */
export interface PlanChangePreview {
  readonly routes: readonly RouteChangePreview[];
  /** Over all routes concerned. */
  readonly delta: ScheduleDelta;
  readonly newBreaks: readonly NewRuleBreak[];
  readonly isApproximate: boolean;
}

/** What serving these visits instead would do to the route. */
export function previewRoute(
  board: PlanBoard,
  route: BoardRoute,
  visitIds: readonly string[],
  legs: LegSource,
  reloads?: readonly SequenceReload[],
): RouteChangePreview {
  return compareRoutes(route, retimeRoute(route, visitIds, board, legs, reloads));
}

/** The difference between a route as it is and as it would be. */
export function compareRoutes(route: BoardRoute, after: BoardRoute): RouteChangePreview {
  const previous = routeFigures(route.schedule);
  const next = routeFigures(after.schedule);
  const known = new Set<BoardLeg>(drivenLegs(route));
  const more = (dimension: 0 | 1 | 2 | 3) => next.maxLoad[dimension] - previous.maxLoad[dimension];
  return {
    routeId: route.id,
    visitIds: routeVisitIds(after),
    loadDelta: [more(0), more(1), more(2), more(3)],
    delta: {
      distanceMeters: next.distanceMeters - previous.distanceMeters,
      durationSeconds: next.durationSeconds - previous.durationSeconds,
      lateStops: next.lateStops - previous.lateStops,
      lateSeconds: next.lateSeconds - previous.lateSeconds,
      overtimeSeconds: next.overtimeSeconds - previous.overtimeSeconds,
      costCents: next.costCents - previous.costCents,
    },
    newBreaks: newRuleBreaks(route, after),
    isApproximate: drivenLegs(after).some((leg) => leg.isEstimate && !known.has(leg) && leg !== route.returnLeg),
  };
}

/** Several routes' changes as one. */
export function sumChanges(routes: readonly RouteChangePreview[]): PlanChangePreview {
  return {
    routes,
    delta: routes.reduce((sum, route) => addDeltas(sum, route.delta), NO_DELTA),
    newBreaks: routes.flatMap((route) => route.newBreaks),
    isApproximate: routes.some((route) => route.isApproximate),
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

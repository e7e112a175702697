import type { LegSource } from "../board-legs";
import type { MoveRefusal } from "../move-stops";
import {
  type BoardRoute,
  type BoardVisit,
  boardVisit,
  isOpenToChange,
  type PlanBoard,
  routeVisitIds,
  stopPlaces,
} from "../plan-board";
import { retimeRoute } from "../retime-route";
import type { TimeWindow, WindowSemantics } from "../routing-problem";
import { compareRoutes, type PlanChangePreview, sumChanges } from "./preview-route";

/** Other times for a route's shift or for one visit; what is left out stays as it is. */
export type Retiming =
  | { readonly kind: "shift"; readonly routeId: string; readonly fromSeconds?: number; readonly toSeconds?: number }
  | {
      readonly kind: "visit";
      readonly visitId: string;
      readonly serviceSeconds?: number;
      /** None: any time. */
      readonly windows?: readonly TimeWindow[];
      readonly windowSemantics?: WindowSemantics;
    };

export type RetimingRefusal =
  | Extract<MoveRefusal, { reason: "visit-not-found" | "route-not-found" | "route-finished" }>
  /** Something ends before it begins, or is no whole number of seconds from midnight on. */
  | { readonly reason: "impossible-times" };

export type RetimingPreview =
  | ({ readonly ok: true } & PlanChangePreview)
  | { readonly ok: false; readonly refusal: RetimingRefusal };

/** What other times would do to the route concerned; nothing for a visit on no route. */
export function evaluateRetiming(board: PlanBoard, change: Retiming, legs: LegSource): RetimingPreview {
  if (!isPossible(board, change)) return { ok: false, refusal: { reason: "impossible-times" } };
  if (change.kind === "visit" && !board.visits.has(change.visitId)) {
    return { ok: false, refusal: { reason: "visit-not-found", visitId: change.visitId } };
  }
  const route = routeOf(board, change);
  if (!route) {
    if (change.kind === "visit") return { ok: true, ...sumChanges([]) };
    return { ok: false, refusal: { reason: "route-not-found", routeId: change.routeId } };
  }
  if (!isOpenToChange(route.status)) {
    return { ok: false, refusal: { reason: "route-finished", routeId: route.id, routeNumber: route.number } };
  }
  const after =
    change.kind === "shift"
      ? retimeRoute(withShift(route, change), routeVisitIds(route), board, legs)
      : retimeRoute(route, routeVisitIds(route), withVisit(board, change), legs);
  return { ok: true, ...sumChanges([compareRoutes(route, after)]) };
}

function routeOf(board: PlanBoard, change: Retiming): BoardRoute | undefined {
  if (change.kind === "visit") return stopPlaces(board).get(change.visitId)?.route;
  return board.routes.find((route) => route.id === change.routeId);
}

function withShift(route: BoardRoute, { fromSeconds, toSeconds }: Retiming & { kind: "shift" }): BoardRoute {
  const { shift } = route.rules;
  const moved = { fromSeconds: fromSeconds ?? shift.fromSeconds, toSeconds: toSeconds ?? shift.toSeconds };
  return { ...route, rules: { ...route.rules, shift: moved } };
}

function withVisit(board: PlanBoard, { kind: _, visitId, ...times }: Retiming & { kind: "visit" }) {
  const visit: BoardVisit = { ...boardVisit(board, visitId), ...times };
  return { routes: board.routes, visits: new Map(board.visits).set(visitId, visit) };
}

function isPossible(board: PlanBoard, change: Retiming): boolean {
  if (change.kind === "visit") return isTime(change.serviceSeconds ?? 0) && (change.windows ?? []).every(isSpan);
  const route = routeOf(board, change);
  return route === undefined || isSpan(withShift(route, change).rules.shift);
}

function isSpan({ fromSeconds, toSeconds }: TimeWindow): boolean {
  return isTime(fromSeconds) && isTime(toSeconds) && fromSeconds <= toSeconds;
}

function isTime(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 0;
}

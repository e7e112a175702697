import "server-only";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { OptimizationRequest } from "@/server/domain/plan/optimization-run";
import {
  type BoardRoute,
  type BoardStop,
  type BoardVisit,
  boardVisit,
  NO_LOADS,
  type PlanBoard,
} from "@/server/domain/plan/plan-board";
import { reloadsOf, type SequenceReload } from "@/server/domain/plan/reload-trips";
import { hopSeconds } from "@/server/domain/plan/route-leg";
import type { RoutingVehicle } from "@/server/domain/plan/routing-problem";
import { madeStops } from "@/server/domain/plan/under-way";

/** How a route may load again, in the optimizer's terms, and where it does so among the stops that keep their places. */
export interface RouteReloads {
  /** Absent: it may not, beyond the front. */
  readonly trips?: Pick<NonNullable<RoutingVehicle["reload"]>, "durationSeconds" | "maxCount">;
  readonly front: readonly SequenceReload[];
}

type Asked = Pick<OptimizationRequest, "reload" | "startFrom">;

/** `front`: its stops that keep their places. A route that loads again by now may do so as often when it begins as it is. */
export function routeReloads(
  route: BoardRoute,
  front: readonly BoardStop[],
  { reload, startFrom }: Asked,
): RouteReloads {
  const kept = front.flatMap(({ visitId, reload: each }) => (each ? [{ visitId, loadSeconds: each.loadSeconds }] : []));
  const open = reloadsOf(route).slice(kept.length);
  const own = { durationSeconds: Math.max(0, ...open.map((each) => each.loadSeconds)), maxCount: open.length };
  const asked = reload && { durationSeconds: reload.loadSeconds, maxCount: Math.max(0, reload.maxCount - kept.length) };
  const trips = asked ?? (startFrom === "current" ? own : undefined);
  return { front: kept, ...(trips && trips.maxCount > 0 && { trips }) };
}

/** What loading again among the stops that keep their places means for them: to the optimizer these are one trip. */
export interface FrontVisit {
  /** Brought or fetched before the van has loaded again: it takes no room beside what comes behind. */
  readonly isBeforeReload: boolean;
  /** By way of the depot it takes so much longer. */
  readonly detourSeconds: number;
}

/** By visit, those of the front that a reload concerns. */
export function frontVisits(board: PlanBoard, route: BoardRoute, front: readonly BoardStop[]): Map<string, FrontVisit> {
  const last = front.findLastIndex(({ reload }) => reload);
  const found = new Map<string, FrontVisit>();
  if (last < 0) return found;
  const legs = boardLegs({ routes: [], calibrations: board.calibrations });
  front.slice(0, last + 1).forEach(({ visitId, leg, reload }, index) => {
    // When the rest of a route under way begins is known from what is made.
    const isTimed = reload && index >= madeStops(route);
    const before = front[index - 1];
    const from = before ? boardVisit(board, before.visitId) : route.start;
    const direct = isTimed ? legs(from, boardVisit(board, visitId), route.vehicle.profile).durationSeconds : 0;
    const detourSeconds = isTimed ? Math.max(0, hopSeconds({ ...leg, reload }) - direct) : 0;
    found.set(visitId, { isBeforeReload: index < last, detourSeconds });
  });
  return found;
}

/** A visit of the front as the optimizer meets it. */
export function inFront(visit: BoardVisit, front: FrontVisit | undefined): BoardVisit {
  if (!front) return visit;
  const { isBeforeReload, detourSeconds } = front;
  return {
    ...visit,
    ...(isBeforeReload && { deliver: NO_LOADS, pickup: NO_LOADS }),
    ...(detourSeconds > 0 && { checkInSeconds: (visit.checkInSeconds ?? 0) + detourSeconds }),
  };
}

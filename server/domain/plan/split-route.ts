import type { LegSource } from "./board-legs";
import { type MoveRefusal, moveRefusal, placementsIn } from "./move-stops";
import { changedSequences, placementsOf, type RouteSequence } from "./place-visits";
import {
  type BoardRoute,
  type BoardVisit,
  boardVisit,
  isOpenToChange,
  type PlanBoard,
  pairPartners,
  routeVisitIds,
} from "./plan-board";
import type { PlanEditInverse } from "./plan-edit";
import { marksToTurn } from "./reload-trips";
import { retimeRoute } from "./retime-route";
import type { RouteRuleBreak, StopRuleBreak } from "./rule-break";
import { madeStops } from "./under-way";
import { rankRoute } from "./what-if/find-best-insertions";
import { newRuleBreaks } from "./what-if/preview-route";
import { breaksPromises } from "./what-if/route-score";

/** What of a route was not dealt out to others. */
export interface SplitLeftovers {
  /** They keep their places: somebody locked them, or the driver makes them next. */
  readonly kept: readonly { readonly visitId: string; readonly refusal: MoveRefusal }[];
  /** They fit nowhere and become unassigned, with what they would break where they fit best. */
  readonly left: readonly UnfitStop[];
}

export interface UnfitStop {
  readonly visitId: string;
  /** Null: no route may take anything. */
  readonly routeNumber: number | null;
  readonly breaks: readonly (StopRuleBreak | RouteRuleBreak)[];
}

export interface SplitPlan extends SplitLeftovers {
  readonly ok: true;
  /** What leaves the route, for other routes or for the unassigned. */
  readonly movedVisitIds: readonly string[];
  readonly sequences: readonly RouteSequence[];
  readonly inverse: PlanEditInverse & { readonly kind: "place" };
}

export type SplitRefusal =
  | { readonly reason: "route-not-found"; readonly routeId: string }
  | { readonly reason: "route-finished"; readonly routeId: string; readonly routeNumber: number }
  | { readonly reason: "nothing-to-split"; readonly routeNumber: number };

export type SplitOutcome = SplitPlan | { readonly ok: false; readonly refusal: SplitRefusal };

/** One order's stops that go together. */
type Unit = readonly BoardVisit[];

/** A unit at its best place of one route. */
interface Place {
  readonly sequence: readonly BoardVisit[];
  /** How much worse the route gets. */
  readonly change: number;
}

/**
 * Deals the stops of a route, whose driver is not there, out to the day's other routes: each where it costs least, what
 * has the fewest choices first, and nowhere it breaks a rule that was kept. What is made or locked stays, what fits nowhere
 * becomes unassigned. Pairs go together.
 */
export function splitRoute(
  board: PlanBoard,
  routeId: string,
  legs: LegSource,
  { overrideLocks = false }: { readonly overrideLocks?: boolean } = {},
): SplitOutcome {
  const route = board.routes.find(({ id }) => id === routeId);
  if (!route) return refuse({ reason: "route-not-found", routeId });
  const named = { routeId, routeNumber: route.number };
  if (!isOpenToChange(route.status)) return refuse({ reason: "route-finished", ...named });
  const { units, kept } = unitsOf(board, route, overrideLocks);
  if (units.length === 0) return refuse({ reason: "nothing-to-split", routeNumber: route.number });
  const dealt = deal(board, units, takersOf(board, route, units, overrideLocks), legs);
  const moved = new Set(units.flatMap((unit) => unit.map(({ id }) => id)));
  const movedVisitIds = routeVisitIds(route).filter((visitId) => moved.has(visitId));
  const sequences = changedSequences(
    board,
    new Map([
      [routeId, routeVisitIds(route).filter((visitId) => !moved.has(visitId))],
      ...dealt.routes.map((taker): [string, string[]] => [taker.id, routeVisitIds(taker)]),
    ]),
  );
  return {
    ok: true,
    movedVisitIds,
    sequences,
    kept,
    left: dealt.left,
    inverse: inverseOf(board, movedVisitIds, sequences),
  };
}

/** What takes a split back. */
export function inverseOf(board: PlanBoard, movedVisitIds: readonly string[], sequences: readonly RouteSequence[]) {
  return {
    kind: "place" as const,
    placements: placementsOf(board, movedVisitIds),
    leftAt: placementsIn(sequences, movedVisitIds).map(({ visitId, routeId }) => ({ visitId, routeId })),
    ...marksToTurn(board, sequences),
  };
}

function refuse(refusal: SplitRefusal): SplitOutcome {
  return { ok: false, refusal };
}

/** The orders of a route that may leave it, and the stops that may not. What is made is neither. */
function unitsOf(board: PlanBoard, route: BoardRoute, overrideLocks: boolean) {
  const partners = pairPartners(board);
  const open = routeVisitIds(route).slice(madeStops(route));
  const units: Unit[] = [];
  const kept: { visitId: string; refusal: MoveRefusal }[] = [];
  const seen = new Set<string>();
  for (const visitId of open) {
    if (seen.has(visitId)) continue;
    const partner = partners.get(visitId);
    const ids = partner === undefined ? [visitId] : [visitId, partner];
    for (const id of ids) seen.add(id);
    const refusal = moveRefusal(board, ids, null, { overrideLocks });
    if (refusal) kept.push(...ids.filter((id) => open.includes(id)).map((id) => ({ visitId: id, refusal })));
    else units.push(ids.map((id) => boardVisit(board, id)));
  }
  return { units, kept };
}

function takersOf(board: PlanBoard, from: BoardRoute, units: readonly Unit[], overrideLocks: boolean): BoardRoute[] {
  const ids = units.flatMap((unit) => unit.filter(({ position }) => position !== null).map(({ id }) => id)).slice(0, 1);
  return board.routes.filter(
    (route) => route.id !== from.id && !route.locked && !moveRefusal(board, ids, route, { overrideLocks }),
  );
}

function deal(board: PlanBoard, units: readonly Unit[], takers: readonly BoardRoute[], legs: LegSource) {
  const routes = [...takers];
  const waiting = new Map(units.map((unit) => [unit, routes.map((route) => placeOn(board, route, unit, legs))]));
  const left: UnfitStop[] = [];
  while (waiting.size > 0) {
    const next = mostPressing(waiting);
    const places = waiting.get(next.unit)!;
    waiting.delete(next.unit);
    const place = next.best < 0 ? undefined : places[next.best];
    const taken = place && served(board, routes[next.best]!, place, legs);
    if (!taken || breaksPromises(place.change) || newRuleBreaks(routes[next.best]!, taken).length > 0) {
      left.push(...unfit(board, next.unit, routes[next.best], taken));
      continue;
    }
    routes[next.best] = taken;
    for (const [unit, others] of waiting) others[next.best] = placeOn(board, taken, unit, legs);
  }
  return { routes, left };
}

function placeOn(board: PlanBoard, route: BoardRoute, unit: Unit, legs: LegSource): Place | undefined {
  if (unit.some(({ position }) => position === null)) return undefined;
  const { sequence, change } = rankRoute(board, route, unit, legs);
  return { sequence, change };
}

function served(board: PlanBoard, route: BoardRoute, { sequence }: Place, legs: LegSource): BoardRoute {
  return retimeRoute(
    route,
    sequence.map(({ id }) => id),
    board,
    legs,
  );
}

/** The unit that loses most if its best route is taken from it: one that fits one route only comes before all others. */
function mostPressing(waiting: ReadonlyMap<Unit, readonly (Place | undefined)[]>) {
  let pressing: { unit: Unit; best: number; regret: number } | undefined;
  for (const [unit, places] of waiting) {
    let [best, first, second] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [index, place] of places.entries()) {
      const change = place?.change ?? Number.POSITIVE_INFINITY;
      if (change < first) [best, second, first] = [index, first, change];
      else second = Math.min(second, change);
    }
    const regret = first === Number.POSITIVE_INFINITY ? -1 : second - first;
    if (!pressing || regret > pressing.regret) pressing = { unit, best, regret };
  }
  return pressing!;
}

function unfit(
  board: PlanBoard,
  unit: Unit,
  route: BoardRoute | undefined,
  after: BoardRoute | undefined,
): UnfitStop[] {
  const breaks = route && after ? newRuleBreaks(route, after).map(({ rule }) => rule) : [];
  return unit.map(({ id }) => ({ visitId: boardVisit(board, id).id, routeNumber: route?.number ?? null, breaks }));
}

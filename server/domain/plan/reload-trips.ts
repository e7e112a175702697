import type { RouteSequence } from "./place-visits";
import type { BoardPoint, BoardRoute, BoardStop, PlanBoard } from "./plan-board";
import type { Leg, RouteLeg } from "./route-leg";
import { madeStops } from "./under-way";

/** That a route goes back to its depot to load before a visit, and how long loading takes. */
export interface SequenceReload {
  readonly visitId: string;
  readonly loadSeconds: number;
}

/** What a visit's reload was, or is to be; null: none. */
export interface ReloadMark {
  readonly visitId: string;
  readonly loadSeconds: number | null;
}

const NONE: readonly SequenceReload[] = [];

/** Before which of its stops a route loads again, in order. */
export function reloadsOf({ stops }: Pick<BoardRoute, "stops">): readonly SequenceReload[] {
  if (!stops.some(({ reload }) => reload)) return NONE;
  return stops.flatMap(({ visitId, reload }) => (reload ? [{ visitId, loadSeconds: reload.loadSeconds }] : []));
}

/**
 * A route's reloads when it serves these visits instead. What is moved away leaves its reload to the next visit that
 * stays; where none stays behind it, there is nothing left to load for. `moved`: what was taken and put somewhere; absent:
 * whatever the longest unchanged order leaves over.
 */
export function keptReloads(
  route: Pick<BoardRoute, "stops">,
  visitIds: readonly string[],
  moved?: ReadonlySet<string>,
): readonly SequenceReload[] {
  const reloads = reloadsOf(route);
  if (reloads.length === 0) return NONE;
  const before = route.stops.map(({ visitId }) => visitId);
  return carriedReloads({ visitIds: before, reloads }, visitIds, moved);
}

/** As `keptReloads`, from any sequence to another. */
export function carriedReloads(
  from: { readonly visitIds: readonly string[]; readonly reloads: readonly SequenceReload[] },
  visitIds: readonly string[],
  moved?: ReadonlySet<string>,
): readonly SequenceReload[] {
  if (from.reloads.length === 0 || isSameOrder(from.visitIds, visitIds)) return from.reloads;
  const placeOf = new Map(from.visitIds.map((visitId, index) => [visitId, index]));
  const known = visitIds.filter((visitId) => placeOf.has(visitId) && !moved?.has(visitId));
  const staying = moved ? known : longestInOrder(known, placeOf);
  const carried = new Map<string, SequenceReload>();
  for (const { visitId, loadSeconds } of from.reloads) {
    const place = placeOf.get(visitId);
    const next = place === undefined ? undefined : staying.find((each) => placeOf.get(each)! >= place);
    // Whoever sets out has just loaded.
    if (next === undefined || next === visitIds[0] || carried.has(next)) continue;
    carried.set(next, { visitId: next, loadSeconds });
  }
  return visitIds.flatMap((visitId) => carried.get(visitId) ?? []);
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((visitId, index) => visitId === b[index]);
}

/** As many of the visits as follow each other as before. */
function longestInOrder(visitIds: readonly string[], placeOf: ReadonlyMap<string, number>): string[] {
  const places = visitIds.map((visitId) => placeOf.get(visitId)!);
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (let i = 0; i < places.length; i++) {
    lengths[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++) {
      if (places[j]! >= places[i]! || lengths[j]! < lengths[i]!) continue;
      lengths[i] = lengths[j]! + 1;
      previous[i] = j;
    }
    if (last < 0 || lengths[i]! > lengths[last]!) last = i;
  }
  const run: string[] = [];
  for (let i = last; i >= 0; i = previous[i]!) run.unshift(visitIds[i]!);
  return run;
}

/** The reloads with some of them set or taken away; none before the first visit, or before one that is not there. */
export function withMarks(
  reloads: readonly SequenceReload[],
  visitIds: readonly string[],
  marks: readonly ReloadMark[],
): readonly SequenceReload[] {
  const wanted = new Map<string, number | null>(reloads.map(({ visitId, loadSeconds }) => [visitId, loadSeconds]));
  for (const { visitId, loadSeconds } of marks) wanted.set(visitId, loadSeconds);
  return visitIds.slice(1).flatMap((visitId) => {
    const loadSeconds = wanted.get(visitId) ?? null;
    return loadSeconds === null ? [] : [{ visitId, loadSeconds }];
  });
}

/** What takes back what new sequences change of where routes load again, to be put into an edit's inverse. */
export function marksToTurn(
  { routes }: Pick<PlanBoard, "routes">,
  sequences: readonly RouteSequence[],
): { readonly reloads?: readonly ReloadMark[] } {
  const marks = sequences.flatMap(({ routeId, visitIds, reloads }): ReloadMark[] => {
    const route = routes.find((each) => each.id === routeId)!;
    const before = new Map(reloadsOf(route).map((each) => [each.visitId, each.loadSeconds]));
    const after = new Map((reloads ?? keptReloads(route, visitIds)).map((each) => [each.visitId, each.loadSeconds]));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((visitId) => {
      const loadSeconds = before.get(visitId) ?? null;
      return loadSeconds === (after.get(visitId) ?? null) ? [] : [{ visitId, loadSeconds }];
    });
  });
  return marks.length > 0 ? { reloads: marks } : {};
}

/** Reloads that come, with those already made in place of any among what is made. */
export function openReloads(
  route: Pick<BoardRoute, "stops" | "underWay">,
  visitIds: readonly string[],
  reloads: readonly SequenceReload[],
): readonly SequenceReload[] {
  const count = madeStops(route);
  if (count === 0) return reloads;
  const made = new Set(visitIds.slice(0, count));
  const isMade = ({ visitId }: SequenceReload) => made.has(visitId);
  const next = visitIds[count];
  const before = reloads.filter(isMade);
  const driven = reloadsOf(route).filter(isMade);
  const open = reloads.filter((each) => !isMade(each));
  // What was to be loaded among stops made meanwhile is loaded before the next one.
  const late = before.filter(({ visitId }) => !driven.some((each) => each.visitId === visitId)).at(-1);
  if (!late || next === undefined || open[0]?.visitId === next) return [...driven, ...open];
  return [...driven, { visitId: next, loadSeconds: late.loadSeconds }, ...open];
}

/** Sequences before and after an edit as its inverse keeps them: with all reloads where there are any on either side. */
export function sequencesAround(
  routes: readonly BoardRoute[],
  leftAs: readonly RouteSequence[],
): { readonly routes: readonly RouteSequence[]; readonly leftAs: readonly RouteSequence[] } {
  const stated = new Set(leftAs.filter(({ reloads }) => reloads).map(({ routeId }) => routeId));
  return {
    routes: routes.map((route) => {
      const visitIds = route.stops.map(({ visitId }) => visitId);
      const reloads = reloadsOf(route);
      return { routeId: route.id, visitIds, ...((stated.has(route.id) || reloads.length > 0) && { reloads }) };
    }),
    leftAs,
  };
}

export function isSameReloads(a: readonly SequenceReload[], b: readonly SequenceReload[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ visitId, loadSeconds }, index) => visitId === b[index]!.visitId && loadSeconds === b[index]!.loadSeconds)
  );
}

/** The points a route drives to in turn, from its start to its end, by way of the depot where it loads again. */
export function drivenPoints(
  route: Pick<BoardRoute, "start" | "end">,
  visits: readonly BoardPoint[],
  reloads: readonly SequenceReload[],
): BoardPoint[] {
  const isReload = new Set(reloads.map(({ visitId }) => visitId));
  const between = visits.flatMap((visit) => (isReload.has(visit.id) ? [route.start, visit] : [visit]));
  return route.end ? [route.start, ...between, route.end] : [route.start, ...between];
}

/** The ways between `drivenPoints` as they are driven; none on an empty route. */
export function drivenLegs({ stops, returnLeg }: Pick<BoardRoute, "stops" | "returnLeg">) {
  const legs = stops.flatMap(({ leg, reload }) => (reload ? [reload.leg, leg] : [leg]));
  return returnLeg && stops.length > 0 ? [...legs, returnLeg] : legs;
}

/** A route's ways as `scheduleRoute` asks for them: to each stop, and back unless the route is open. */
export function routeLegs(stops: readonly Pick<BoardStop, "leg" | "reload">[], returnLeg: Leg | null): RouteLeg[] {
  const legs: RouteLeg[] = stops.map(({ leg, reload }) => (reload ? { ...leg, reload } : leg));
  if (returnLeg) legs.push(returnLeg);
  return legs;
}

import type { LegSource } from "./board-legs";
import type { BoardRoute, BoardVisit } from "./plan-board";
import { PositionProbe } from "./what-if/position-probe";
import { type RouteCaches, sequenceCaches } from "./what-if/route-caches";

/**
 * The route's visits with more put in, one by one, each where it breaks fewest promises and then costs least. A pickup
 * brings its drop-off behind it when both are given. Visits keep no order among themselves otherwise.
 */
export function insertAtBest(
  route: BoardRoute,
  sequence: readonly BoardVisit[],
  visits: readonly BoardVisit[],
  legs: LegSource,
): BoardVisit[] {
  return [...insertInto(sequenceCaches(route, sequence, legs), visits, legs).sequence];
}

export interface InsertedVisits {
  readonly sequence: readonly BoardVisit[];
  /** `routeScore` of the route serving them, and how long it is then. */
  readonly score: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
}

/** As `insertAtBest`, on a route whose caches are at hand. */
export function insertInto(caches: RouteCaches, visits: readonly BoardVisit[], legs: LegSource): InsertedVisits {
  let current = caches;
  const { sequence, distanceMeters, driveSeconds } = caches;
  let inserted: InsertedVisits = { sequence, distanceMeters, driveSeconds, score: Number.POSITIVE_INFINITY };
  const left = new Set(visits);
  for (const visit of visits) {
    if (!left.delete(visit)) continue;
    const partner = partnerAmong(left, visit);
    if (partner) left.delete(partner);
    inserted = insertOne(current, visit, partner, legs);
    if (left.size > 0) current = sequenceCaches(caches.route, inserted.sequence, legs, caches.reloads);
  }
  return inserted;
}

function partnerAmong(visits: Iterable<BoardVisit>, { pairKey }: BoardVisit): BoardVisit | undefined {
  if (pairKey === undefined) return undefined;
  for (const visit of visits) if (visit.pairKey === pairKey) return visit;
  return undefined;
}

/** One visit, or it and the other half of its pair. */
function insertOne(
  caches: RouteCaches,
  visit: BoardVisit,
  partner: BoardVisit | undefined,
  legs: LegSource,
): InsertedVisits {
  const probe = new PositionProbe(caches, legs);
  if (!partner) {
    const best = probe.best(visit);
    return { ...best, sequence: caches.sequence.toSpliced(best.index, 0, visit) };
  }
  const [pickup, dropoff] = visit.pairRole === "pickup" ? [visit, partner] : [partner, visit];
  const best = probe.bestPair(pickup, dropoff);
  const sequence = caches.sequence.toSpliced(best.dropoffIndex, 0, dropoff).toSpliced(best.index, 0, pickup);
  return { ...best, sequence };
}

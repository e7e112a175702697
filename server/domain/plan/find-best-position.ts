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
  return insertInto(sequenceCaches(route, sequence, legs), visits, legs);
}

/** As `insertAtBest`, on a route whose caches are at hand. */
export function insertInto(caches: RouteCaches, visits: readonly BoardVisit[], legs: LegSource): BoardVisit[] {
  let current = caches;
  const left = new Set(visits);
  for (const visit of visits) {
    if (!left.delete(visit)) continue;
    const partner = partnerAmong(left, visit);
    if (partner) left.delete(partner);
    const sequence = partner
      ? withPair(current, visit, partner, legs)
      : current.sequence.toSpliced(new PositionProbe(current, legs).best(visit).index, 0, visit);
    if (left.size === 0) return sequence;
    current = sequenceCaches(caches.route, sequence, legs);
  }
  return [...current.sequence];
}

function partnerAmong(visits: Iterable<BoardVisit>, { pairKey }: BoardVisit): BoardVisit | undefined {
  if (pairKey === undefined) return undefined;
  for (const visit of visits) if (visit.pairKey === pairKey) return visit;
  return undefined;
}

function withPair(caches: RouteCaches, one: BoardVisit, other: BoardVisit, legs: LegSource): BoardVisit[] {
  const [pickup, dropoff] = one.pairRole === "pickup" ? [one, other] : [other, one];
  const { index, dropoffIndex } = new PositionProbe(caches, legs).bestPair(pickup, dropoff);
  return caches.sequence.toSpliced(dropoffIndex, 0, dropoff).toSpliced(index, 0, pickup);
}

import { type MoveRefusal, moveRefusal, pairOutOfOrder } from "./move-stops";
import type { RouteSequence } from "./place-visits";
import { type BoardRoute, type PlanBoard, pairPartners, routeVisitIds } from "./plan-board";
import { displacedMade, frontStops } from "./under-way";

export type SplitFault =
  /** Another route than the one that was looked at. */
  | { readonly reason: "changed-since-preview"; readonly routeNumbers: readonly number[] }
  | { readonly reason: "route-not-found"; readonly routeId: string }
  | MoveRefusal;

export type SplitCheck =
  | { readonly ok: true; readonly movedVisitIds: readonly string[] }
  | { readonly ok: false; readonly fault: SplitFault };

/**
 * Whether sequences are what a split of this route may come to: its stops, and no others, go to other routes or off all of
 * them, where the rules of moving allow each, and everything else keeps its order.
 */
export function checkSplit(
  board: PlanBoard,
  routeId: string,
  sequences: readonly RouteSequence[],
  options: { readonly overrideLocks: boolean },
): SplitCheck {
  const routes = new Map(board.routes.map((route) => [route.id, route]));
  const from = routes.get(routeId);
  const own = sequences.find((each) => each.routeId === routeId);
  const unknown = sequences.find((each) => !routes.has(each.routeId));
  if (!from || unknown) return fault({ reason: "route-not-found", routeId: unknown?.routeId ?? routeId });
  if (!own) return fault(changedSince(from));
  const stay = new Set(own.visitIds);
  const movedVisitIds = routeVisitIds(from).filter((visitId) => !stay.has(visitId));
  const moved = new Set(movedVisitIds);
  if (
    movedVisitIds.length === 0 ||
    !isSame(
      own.visitIds,
      routeVisitIds(from).filter((id) => stay.has(id)),
    )
  ) {
    return fault(changedSince(from));
  }
  const partners = pairPartners(board);
  const split = movedVisitIds.find((visitId) => !moved.has(partners.get(visitId) ?? visitId));
  if (split !== undefined) return fault({ reason: "pair-split", visitId: split });
  const refusal = moveRefusal(board, movedVisitIds, null, options);
  if (refusal) return fault(refusal);
  const placed = new Set<string>();
  for (const sequence of sequences) {
    if (sequence.routeId === routeId) continue;
    const found = faultOf(board, routes.get(sequence.routeId)!, sequence.visitIds, { moved, placed, ...options });
    if (found) return fault(found);
  }
  return { ok: true, movedVisitIds };
}

function faultOf(
  board: PlanBoard,
  route: BoardRoute,
  visitIds: readonly string[],
  {
    moved,
    placed,
    overrideLocks,
  }: { readonly moved: ReadonlySet<string>; readonly placed: Set<string>; readonly overrideLocks: boolean },
): SplitFault | undefined {
  const added = visitIds.filter((visitId) => moved.has(visitId));
  const rest = visitIds.filter((visitId) => !moved.has(visitId));
  const isTwice = added.some((visitId) => placed.has(visitId)) || new Set(added).size !== added.length;
  if (isTwice || !isSame(rest, routeVisitIds(route))) return changedSince(route);
  for (const visitId of added) placed.add(visitId);
  const refusal = moveRefusal(board, added, route, { overrideLocks });
  if (refusal) return refusal;
  const displaced = displacedMade(route, visitIds);
  if (displaced !== undefined) return { reason: "stop-made", visitId: displaced };
  const front = visitIds.slice(0, frontStops(route)).find((visitId, index) => visitId !== route.stops[index]!.visitId);
  if (front !== undefined && !overrideLocks) return { reason: "stop-locked", visitId: front, lock: "front" };
  const partners = pairPartners(board);
  const alone = added.find((visitId) => !visitIds.includes(partners.get(visitId) ?? visitId));
  if (alone !== undefined) return { reason: "pair-split", visitId: alone };
  const misplaced = pairOutOfOrder(board, visitIds, moved);
  return misplaced === undefined ? undefined : { reason: "pair-order", visitId: misplaced };
}

const changedSince = ({ number }: BoardRoute): SplitFault => ({
  reason: "changed-since-preview",
  routeNumbers: [number],
});

const fault = (found: SplitFault): SplitCheck => ({ ok: false, fault: found });

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

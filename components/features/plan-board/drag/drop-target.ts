import type { MoveTarget } from "@/server/domain/plan/move-stops";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { DropPlace } from "../board-store";

/**
 * What a drop asks for. A gap is an exact place, a route and a slot of its day are "wherever it fits best"; with Alt held
 * a gap asks for the best place of its route, a route for its end, and a slot for just that time.
 */
export function moveTargetOf(place: DropPlace, isFlipped: boolean, routes: readonly BoardRoute[]): MoveTarget {
  if (place.kind === "pool") return { kind: "pool" };
  if (place.kind !== "route") {
    const isExact = (place.kind === "gap") !== isFlipped;
    return !isExact
      ? { kind: "best", routeId: place.routeId }
      : { kind: "position", routeId: place.routeId, afterVisitId: place.afterVisitId };
  }
  if (!isFlipped) return { kind: "best", routeId: place.routeId };
  const last = routes.find((route) => route.id === place.routeId)?.stops.at(-1);
  return { kind: "position", routeId: place.routeId, afterVisitId: last?.visitId ?? null };
}

export function sameDropPlace(a: DropPlace | null, b: DropPlace | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === "pool" || b.kind === "pool") return a.kind === b.kind;
  if (a.routeId !== b.routeId || a.kind !== b.kind) return false;
  return a.kind === "route" || b.kind === "route" || a.afterVisitId === b.afterVisitId;
}

/** The stop behind which a drop would land exactly; undefined where the best place of the route is asked for. */
export function exactPlaceOf(place: DropPlace | null, isFlipped: boolean): string | null | undefined {
  if (place?.kind !== "gap" && place?.kind !== "slot") return undefined;
  return (place.kind === "gap") !== isFlipped ? place.afterVisitId : undefined;
}

/** Where a row of the list takes a drop: a stop's upper half is the gap before it, its lower half the gap behind it. */
export function placeOnRow(row: HTMLElement, clientY: number): DropPlace | null {
  const { dropKind, routeId, afterVisitId, visitId } = row.dataset;
  if (dropKind === "pool") return { kind: "pool" };
  if (dropKind === "route" && routeId) return { kind: "route", routeId };
  if (dropKind !== "stop" || !routeId || !visitId) return null;
  const { top, height } = row.getBoundingClientRect();
  const isUpper = clientY < top + height / 2;
  return { kind: "gap", routeId, afterVisitId: isUpper ? afterVisitId || null : visitId };
}

import { useBoardStore } from "../board-store";
import { exactPlaceOf } from "./drop-target";

/** Whether a drop now would go to the best place, or the end, of this route. */
export function useIsDropTarget(routeId: string): boolean {
  return useBoardStore(
    ({ dropPlace, dropFlipped }) =>
      dropPlace !== null &&
      dropPlace.kind !== "pool" &&
      dropPlace.routeId === routeId &&
      (dropPlace.kind === "route" || exactPlaceOf(dropPlace, dropFlipped) === undefined),
  );
}

/** Where the line that marks an exact drop runs along this stop. */
export function useDropEdge(routeId: string | null, visitId: string, index: number): "before" | "after" | null {
  return useBoardStore(({ dropPlace, dropFlipped }) => {
    if (!dropPlace || dropPlace.kind === "pool" || dropPlace.routeId !== routeId) return null;
    const exact = exactPlaceOf(dropPlace, dropFlipped);
    if (exact === visitId) return "after";
    return exact === null && index === 0 ? "before" : null;
  });
}

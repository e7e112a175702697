import type { BoardStore } from "../board-store";

/** Opens or closes a route in the list; `open` given, brings it there. */
export function toggleRoute(store: BoardStore, routeId: string, open?: boolean): void {
  store.setState(({ expandedRouteIds }) => {
    const next = new Set(expandedRouteIds);
    if (open ?? !next.has(routeId)) next.add(routeId);
    else next.delete(routeId);
    return { expandedRouteIds: next };
  });
}

export function openPool(store: BoardStore, isOpen: boolean): void {
  store.setState({ poolExpanded: isOpen });
}

import { useEffect, useId, useMemo, useSyncExternalStore } from "react";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { initialsOf, type PresentPerson } from "@/server/domain/plan/plan-presence";
import { type BoardSession, useBoardSession } from "../board-context";
import type { BoardGestures, BoardStore } from "../board-store";
import type { RouteHolder } from "./presence-link";

const NOBODY: readonly RouteHolder[] = [];

/** Everybody else who has this plan open. */
export function usePresentPeople(): readonly PresentPerson[] {
  const { presence } = useBoardSession();
  return useSyncExternalStore(presence.subscribe, presence.view, presence.view).people;
}

/** Others who have a route in hand right now. They are to be known of, nothing is refused because of them. */
export function useRouteHolders(routeId: string): readonly RouteHolder[] {
  const { presence } = useBoardSession();
  const holders = () => presence.view().holders.get(routeId) ?? NOBODY;
  return useSyncExternalStore(presence.subscribe, holders, holders);
}

/** The initials to show for each route that others have in hand, "AR" or "AR+1". */
export function useHeldRoutes(): ReadonlyMap<string, string> {
  const { presence } = useBoardSession();
  const { holders } = useSyncExternalStore(presence.subscribe, presence.view, presence.view);
  return useMemo(() => new Map([...holders].map(([routeId, all]) => [routeId, heldBy(all)])), [holders]);
}

function heldBy([first, ...others]: readonly RouteHolder[]): string {
  return first ? `${initialsOf(first.name).replaceAll("/", "")}${others.length > 0 ? `+${others.length}` : ""}` : "";
}

/** Holds routes while a change to them is looked at; others see our initials on them. */
export function usePreviewLease(routeIds: readonly string[]): void {
  const { presence, canEdit } = useBoardSession();
  const name = useId();
  const key = canEdit ? [...routeIds].sort().join(" ") : "";
  useEffect(() => {
    if (key === "") return;
    presence.claim(name, { activity: "previewing", routeIds: key.split(" ") });
    return () => presence.claim(name, null);
  }, [presence, name, key]);
}

/** Says that the board is open for as long as it is, and holds the routes of a drag while it lasts. */
export function usePresence({ presence, queue, canEdit }: BoardSession, store: BoardStore): void {
  useEffect(() => presence.open(), [presence]);
  useEffect(() => {
    const onSight = () => document.visibilityState === "visible" && presence.say();
    document.addEventListener("visibilitychange", onSight);
    return () => document.removeEventListener("visibilitychange", onSight);
  }, [presence]);
  useEffect(() => {
    if (!canEdit) return;
    return store.subscribe((gestures, previous) => {
      if (gestures.drag === previous.drag && gestures.dropPlace === previous.dropPlace) return;
      const routeIds = routesInHand(gestures, stopPlaces(queue.view().board));
      presence.claim("drag", routeIds.length > 0 ? { activity: "dragging", routeIds } : null);
    });
  }, [presence, queue, canEdit, store]);
}

/** The routes that the dragged stops are on, and the one they are held over. */
function routesInHand(
  { drag, dropPlace }: Pick<BoardGestures, "drag" | "dropPlace">,
  places: ReturnType<typeof stopPlaces>,
): string[] {
  if (!drag) return [];
  const over = dropPlace && dropPlace.kind !== "pool" ? [dropPlace.routeId] : [];
  return [...new Set([...drag.visitIds.flatMap((visitId) => places.get(visitId)?.route.id ?? []), ...over])];
}

"use client";
import { use, useDeferredValue, useMemo, useState, useSyncExternalStore } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { type AlternativePlan, AlternativesLayer } from "@/components/map/alternatives-layer";
import { DepotsLayer } from "@/components/map/depots-layer";
import { FitBounds, type ViewBounds } from "@/components/map/fit-bounds";
import type { BasemapSources } from "@/components/map/load-basemap";
import { MapCanvas } from "@/components/map/map-canvas";
import type { MapStop } from "@/components/map/map-stop";
import { PoolLayer } from "@/components/map/pool-layer";
import { RoutesLayer } from "@/components/map/routes-layer";
import { StopsLayer } from "@/components/map/stops-layer";
import { ContextMenu } from "@/components/ui/context-menu";
import type { MenuEntry } from "@/components/ui/menu-entries";
import { boundingBox } from "@/server/domain/geo";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useLiveDay } from "../live/live-day-context";
import { useHeldRoutes } from "../presence/use-presence";
import { RouteLooksContext } from "../route-looks";
import { BoardAttention } from "./board-attention";
import { BoardDropTags } from "./board-drop-tags";
import { BoardGhosts, type PreviewLine } from "./board-ghosts";
import { BoardVans } from "./board-vans";
import { FollowedVan } from "./followed-van";
import { LaidPlansLegend } from "./laid-plans-legend";
import { MapGestures } from "./map-gestures";
import { fitBoundsOf, LineCache, mapRoutes, mapStops, poolStops, routeStateOf } from "./map-shapes";
import { MapTools } from "./map-tools";
import type { RouteShapeBook } from "./route-shape-book";

export interface BoardMapProps {
  readonly basemap: BasemapSources;
  readonly shapes: RouteShapeBook;
  readonly menuEntries: readonly MenuEntry[];
  /** A change under review: its stops and ways are shown in full, and the routes as they are step back. */
  readonly proposed?: MapProposal;
}

export interface MapProposal {
  readonly board: PlanBoard;
  readonly lines: readonly PreviewLine[];
  /** Several plans over each other, in place of `lines`. */
  readonly laid: readonly (AlternativePlan & { readonly name: string })[];
}

const NOTHING_LAID: MapProposal["laid"] = [];
const NO_STOPS: readonly MapStop[] = [];

/** The day on the map, in GL layers; what is picked, hovered and dragged is the list's too. */
export function BoardMap({ basemap, shapes, menuEntries, proposed }: BoardMapProps) {
  const theme = useTheme();
  const t = useWords("boardMap");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { routes, stops, doors, pool, points } = useMapData(shapes, proposed);
  const holders = useHeldRoutes();
  const held = useMemo(
    () => routes.map((route) => (holders.has(route.id) ? { ...route, heldBy: holders.get(route.id)! } : route)),
    [routes, holders],
  );
  const selectedIds = useDeferredValue(useBoardStore((state) => state.selectedIds));
  const hoveredStopId = useBoardStore((state) => (state.hovered?.kind === "stop" ? state.hovered.id : null));
  const fitRequests = useBoardStore((state) => state.fitRequests);
  const depots = useMemo(
    () =>
      board.depots.flatMap(({ id, name, position }) =>
        position ? [{ id, name, lng: position.lng, lat: position.lat }] : [],
      ),
    [board.depots],
  );
  const laid = proposed?.laid ?? NOTHING_LAID;
  const reviews = useReviewCount(proposed !== undefined) + useReviewCount(laid.length > 0);
  const bounds = () => (proposed ? reviewBoundsOf(proposed) : fitBoundsOf(board, store.getState()));
  const pointedId = useBoardStore((state) => (state.hovered?.kind === "route" ? state.hovered.id : null));
  const shown = useMemo(() => {
    const one = proposed?.lines.filter(({ routeId }) => routeId === pointedId) ?? [];
    return one.length > 0 ? one : proposed?.lines;
  }, [proposed, pointedId]);
  return (
    <ContextMenu entries={menuEntries} render={<section aria-label={t("map")} className="relative min-h-0 flex-1" />}>
      <MapCanvas {...basemap} theme={theme} testHooks={hasTestHooks()}>
        <RoutesLayer routes={held} />
        <StopsLayer stops={stops} routes={routes} selectedIds={selectedIds} hoveredId={hoveredStopId} />
        <PoolLayer stops={pool} selectedIds={selectedIds} hoveredId={hoveredStopId} />
        <DepotsLayer depots={depots} />
        <BoardGhosts proposed={shown} />
        <AlternativesLayer plans={laid} doors={doors} highlightedRouteId={pointedId} />
        <BoardVans routes={routes} />
        <BoardAttention />
        <FollowedVan />
        <BoardDropTags routes={routes} />
        <FitBounds bounds={bounds} fitKey={`${board.plan.id}/${fitRequests}/${reviews}`} />
        <MapGestures points={points} />
      </MapCanvas>
      <MapTools />
      {laid.length > 0 ? <LaidPlansLegend plans={laid} /> : null}
    </ContextMenu>
  );
}

/** How many changes have been looked at: each is brought into view once, since the map gives up half its room to it. */
function useReviewCount(isReviewed: boolean): number {
  const [reviews, setReviews] = useState({ isReviewed: false, count: 0 });
  if (reviews.isReviewed !== isReviewed) setReviews({ isReviewed, count: reviews.count + (isReviewed ? 1 : 0) });
  return reviews.count;
}

function reviewBoundsOf({ board, lines, laid }: MapProposal): ViewBounds | undefined {
  // Whichever plans are laid on it later, the view stays: it holds all doors, and all depots that vans leave from.
  if (laid.length > 0) {
    const doors = [
      ...board.visits.values(),
      ...board.routes.flatMap(({ start, end }) => (end ? [start, end] : [start])),
    ];
    return boundingBox(doors.flatMap(({ position }) => position ?? []));
  }
  const isolatedRouteIds = new Set(lines.map(({ routeId }) => routeId));
  return fitBoundsOf(board, { selectedIds: new Set(), cursor: null, isolatedRouteIds });
}

function useMapData(shapes: RouteShapeBook, proposed: MapProposal | undefined) {
  // Thousands of points go to the map's worker after the list has been painted, so that a drop is seen at once.
  const board = useDeferredValue(useBoard().board);
  const looks = use(RouteLooksContext);
  const revision = useSyncExternalStore(shapes.subscribe, shapes.revision, shapes.revision);
  const [cache] = useState(() => new LineCache());
  const isolatedRouteIds = useBoardStore((state) => state.isolatedRouteIds);
  const hiddenRouteIds = useBoardStore((state) => state.hiddenRouteIds);
  const highlightedRouteId = useDeferredValue(useHighlightedRoute());
  const isReviewed = proposed !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book's revision says when its lines are others.
  const routes = useMemo(() => {
    const emphasis = { isolatedRouteIds, hiddenRouteIds, highlightedRouteId, isReviewed };
    return mapRoutes(board, looks, shapes, cache, (routeId) => routeStateOf(emphasis, routeId));
  }, [board, looks, shapes, revision, cache, isolatedRouteIds, hiddenRouteIds, highlightedRouteId, isReviewed]);
  const shownBoard = proposed?.board ?? board;
  const isLaid = proposed !== undefined && proposed.laid.length > 0;
  const day = useDeferredValue(useLiveDay());
  const stops = useMemo(() => mapStops(shownBoard, isReviewed ? null : day), [shownBoard, isReviewed, day]);
  const pool = useMemo(() => poolStops(shownBoard), [shownBoard]);
  const points = useMemo(
    () => [...stops.filter(({ routeId }) => routeId === null || !hiddenRouteIds.has(routeId)), ...pool],
    [stops, pool, hiddenRouteIds],
  );
  return { routes, stops: isLaid ? NO_STOPS : stops, doors: isLaid ? stops : NO_STOPS, pool, points };
}

/** The route that a drag is over, else the one pointed at, else the one under the cursor. */
function useHighlightedRoute(): string | null {
  const { board } = useBoard();
  const dropRouteId = useBoardStore(({ dropPlace }) =>
    dropPlace && dropPlace.kind !== "pool" ? dropPlace.routeId : null,
  );
  const hovered = useBoardStore((state) => state.hovered);
  const cursor = useBoardStore((state) => state.cursor);
  if (dropRouteId) return dropRouteId;
  for (const each of [hovered, cursor]) {
    if (each?.kind === "route") return each.id;
    if (each?.kind === "stop") return stopPlaces(board).get(each.id)?.route.id ?? null;
  }
  return null;
}

/** Browser tests say so before the page loads; the map is then within their reach. */
function hasTestHooks(): boolean {
  return typeof window !== "undefined" && "__drayTest" in window;
}

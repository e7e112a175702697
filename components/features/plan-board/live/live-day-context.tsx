"use client";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore } from "../board-store";
import { useBoardMode } from "../modes/board-mode";
import { useIsPast } from "../timeline/use-is-past";
import { useNowSeconds } from "../timeline/use-now-seconds";
import { type LiveRoute, liveRouteAt, liveRoutes } from "./live-routes";
import { type RouteFigures, routeFigures } from "./route-figures";
import { useRuns } from "./use-runs";

export interface LiveDay {
  readonly routes: ReadonlyMap<string, LiveRoute>;
  readonly figures: ReadonlyMap<string, RouteFigures>;
  /** The moment shown: now, or where a replay stands. Null when the day is not today and nothing is replayed. */
  readonly atSeconds: number | null;
  readonly isReplay: boolean;
}

/** The whole day, also while only a moment of it is shown. */
const WholeDayContext = createContext<ReadonlyMap<string, LiveRoute> | null>(null);
const LiveDayContext = createContext<LiveDay | null>(null);

/** How the day goes, for everything that shows it: in the live mode and in the review, not while it is planned. */
export function LiveDayProvider({ children }: { children: ReactNode }) {
  const { mode } = useBoardMode();
  const { gateway, planId } = useBoardSession();
  const { board } = useBoard();
  const runs = useRuns(gateway, planId, mode !== "plan");
  const now = useNowSeconds(board.plan);
  const replaySeconds = useBoardStore((state) => state.replaySeconds);
  const { midnightEpochMs } = board.plan;
  const isPast = useIsPast(board.plan);
  const whole = useMemo(
    () => (runs ? liveRoutes(runs, board.routes, midnightEpochMs, isPast) : null),
    [runs, board.routes, midnightEpochMs, isPast],
  );
  const day = useMemo((): LiveDay | null => {
    if (!whole || mode === "plan") return null;
    const routes =
      replaySeconds === null
        ? whole
        : new Map([...whole].map(([id, route]) => [id, liveRouteAt(route, replaySeconds)] as const));
    const atSeconds = replaySeconds ?? now;
    const figures = new Map(
      board.routes.map((route) => [route.id, routeFigures(route, routes.get(route.id)!, board, atSeconds)] as const),
    );
    return { routes, figures, atSeconds, isReplay: replaySeconds !== null };
  }, [whole, mode, replaySeconds, now, board]);
  return (
    <WholeDayContext value={whole}>
      <LiveDayContext value={day}>{children}</LiveDayContext>
    </WholeDayContext>
  );
}

/** All that happened on each route, whatever moment is shown; null while it is not known. */
export function useWholeDay(): ReadonlyMap<string, LiveRoute> | null {
  return use(WholeDayContext);
}

/** The day as it is driven; null while it is planned, or not yet known. */
export function useLiveDay(): LiveDay | null {
  return use(LiveDayContext);
}

/** A route as it is driven; null as above. */
export function useLiveRoute(routeId: string): { readonly live: LiveRoute; readonly figures: RouteFigures } | null {
  const day = useLiveDay();
  const live = day?.routes.get(routeId);
  const figures = day?.figures.get(routeId);
  return useMemo(() => (live && figures ? { live, figures } : null), [live, figures]);
}

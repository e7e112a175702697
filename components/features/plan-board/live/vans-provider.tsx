"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useLivePositions } from "@/components/lib/live-positions";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore } from "../board-store";
import { useBoardMode } from "../modes/board-mode";
import { planKeys } from "../plan-keys";
import { vanAt, vanOf } from "./van-of";
import { type Van, VansContext } from "./vans-context";

const AGE_MILLISECONDS = 15_000;

/** The vans as they move; during a replay where they were at its moment. */
export function VansProvider({ children }: { children: ReactNode }) {
  const replaySeconds = useBoardStore((state) => state.replaySeconds);
  const vans = useVansNow();
  const then = useVansThen(replaySeconds);
  return <VansContext value={replaySeconds === null ? vans : then}>{children}</VansContext>;
}

function useVansNow(): ReadonlyMap<string, Van> {
  const { mode } = useBoardMode();
  const { planId } = useBoardSession();
  const { board } = useBoard();
  const positions = useLivePositions(planId, mode === "live");
  const nowMs = useNowMilliseconds();
  return useMemo(() => {
    const vans = board.routes.flatMap((route) => {
      const position = positions.get(route.driver.id);
      return position ? [vanOf(position, route.id, Math.max(nowMs, position.recordedAtMs))] : [];
    });
    return new Map(vans.map((van) => [van.routeId, van]));
  }, [board.routes, positions, nowMs]);
}

/** Ages are said in minutes; there is no need to look more often. */
function useNowMilliseconds(): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), AGE_MILLISECONDS);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

function useVansThen(replaySeconds: number | null): ReadonlyMap<string, Van> {
  const { gateway, planId } = useBoardSession();
  const { board } = useBoard();
  const { midnightEpochMs } = board.plan;
  const tracks = useQuery({
    enabled: replaySeconds !== null,
    queryKey: planKeys.tracks(planId),
    queryFn: () => gateway.listTracks(planId),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return useMemo(() => {
    if (!tracks || replaySeconds === null) return new Map<string, Van>();
    const vans = tracks.flatMap((track) => vanAt(track, midnightEpochMs + replaySeconds * 1000) ?? []);
    return new Map(vans.map((van) => [van.routeId, van]));
  }, [tracks, replaySeconds, midnightEpochMs]);
}

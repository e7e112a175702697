"use client";
import { useQuery } from "@tanstack/react-query";
import { use, useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { MapRouteLook } from "@/components/map/map-route";
import { TrailLayer } from "@/components/map/trail-layer";
import { type MapVan, VansLayer } from "@/components/map/vans-layer";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore } from "../board-store";
import { SILENT_SECONDS } from "../live/use-silent-routes";
import { VansContext } from "../live/vans-context";
import { planKeys } from "../plan-keys";

const NO_POINTS: readonly { readonly lat: number; readonly lng: number }[] = [];

/** The vans on the map, how old their positions are, and where one of them has been. */
export function BoardVans({ routes }: { routes: readonly MapRouteLook[] }) {
  const t = useWords("boardLive");
  const vans = use(VansContext);
  const trail = useTrail();
  const shown = useMemo(
    () =>
      [...vans.values()].map((van): MapVan => {
        const isStale = van.ageSeconds >= SILENT_SECONDS;
        const minutes = Math.floor(van.ageSeconds / 60);
        const { routeId, lat, lng, headingDegrees } = van;
        return { routeId, lat, lng, headingDegrees, isStale, age: isStale ? t("gpsAgo", { minutes }) : "" };
      }),
    [vans, t],
  );
  return (
    <>
      <TrailLayer points={trail} />
      <VansLayer vans={shown} routes={routes} />
    </>
  );
}

function useTrail() {
  const { gateway, planId } = useBoardSession();
  const { board } = useBoard();
  const routeId = useBoardStore((state) => state.trailRouteId);
  const driverId = board.routes.find(({ id }) => id === routeId)?.driver.id ?? null;
  const { data } = useQuery({
    enabled: driverId !== null,
    queryKey: planKeys.trail(planId, driverId),
    queryFn: () => gateway.getTrail(driverId!, board.plan.date),
    refetchInterval: 20_000,
  });
  return driverId === null ? NO_POINTS : (data ?? NO_POINTS);
}

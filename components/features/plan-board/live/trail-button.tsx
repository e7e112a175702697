"use client";
import { Route } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useLiveRoute } from "./live-day-context";

/** Shows where a route's van has been, and hides it again; nothing before it is under way. */
export function TrailButton({ routeId }: { routeId: string }) {
  const t = useWords("boardLive");
  const store = useBoardStoreApi();
  const driven = useLiveRoute(routeId);
  const isShown = useBoardStore((state) => state.trailRouteId === routeId);
  if (driven?.live.startedSeconds == null) return null;
  return (
    <Button
      size="sm"
      icon={<Route />}
      aria-pressed={isShown}
      onClick={() => store.setState({ trailRouteId: isShown ? null : routeId })}
    >
      {t(isShown ? "trailHide" : "trailShow")}
    </Button>
  );
}

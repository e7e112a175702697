"use client";
import { useCallback } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";

/** Takes those of the stops that are on a route off it, as one edit that can be undone. */
export function usePutInPool(): (visitIds: readonly string[]) => Promise<void> {
  const t = useWords("boardCutoff");
  const { gateway, planId, actions, queue } = useBoardSession();
  return useCallback(
    async (visitIds) => {
      const places = stopPlaces(queue.view().board);
      const planned = visitIds.filter((visitId) => places.has(visitId));
      if (planned.length === 0) return;
      const move = { visitIds: planned, to: { kind: "pool" as const }, overrideLocks: false };
      await actions.change(
        (mutationId) => gateway.moveStops(planId, { mutationId, move, seen: [], seenRoutes: [] }),
        t("unplanned", { count: planned.length }),
      );
    },
    [t, gateway, planId, actions, queue],
  );
}

"use client";
import { useCallback } from "react";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { type BoardCursor, useBoardStoreApi } from "../board-store";
import { moveCursor } from "../select-stops";

/** Leaves the checklist for the board, with a stop or a route under the cursor, opened in the list and in view on the map. */
export function useShowOnBoard(): (what: BoardCursor) => void {
  const store = useBoardStoreApi();
  const { queue } = useBoardSession();
  return useCallback(
    (what) => {
      const routeId =
        what.kind === "route"
          ? what.id
          : what.kind === "stop"
            ? stopPlaces(queue.view().board).get(what.id)?.route.id
            : undefined;
      store.setState(({ expandedRouteIds, fitRequests }) => ({
        dialog: null,
        fitRequests: fitRequests + 1,
        ...(routeId === undefined
          ? { poolExpanded: true }
          : { expandedRouteIds: new Set([...expandedRouteIds, routeId]) }),
      }));
      moveCursor(store, what);
    },
    [store, queue],
  );
}

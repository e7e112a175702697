"use client";
import { useQueryState } from "nuqs";
import { useEffect } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { moveCursor } from "../select-stops";

/**
 * An address that names a stop or a route ("?focus=stop:…") stands on it and brings it into view, once; one that
 * names a route to be split ("?focus=split:…") opens the look at that.
 */
export function useFocusFromAddress(): void {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const t = useWords("boardDiff");
  const [focus, setFocus] = useQueryState("focus");
  useEffect(() => {
    if (focus === null) return;
    const [kind, id = ""] = focus.split(":");
    if (kind === "stop" && board.visits.has(id)) moveCursor(store, { kind: "stop", id });
    if (kind === "route" && board.routes.some((route) => route.id === id)) moveCursor(store, { kind: "route", id });
    if (kind === "split" && board.routes.some((route) => route.id === id)) {
      moveCursor(store, { kind: "route", id });
      actions.previewMidDay({ kind: "split", routeId: id, overrideLocks: false }, t("preview"));
    }
    store.setState(({ fitRequests }) => ({ fitRequests: fitRequests + 1 }));
    void setFocus(null);
  }, [focus, setFocus, store, board, actions, t]);
}

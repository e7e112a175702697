import { useCallback, useEffect, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useBoardStoreApi } from "../board-store";
import { togglePanel } from "../panel-layout";
import type { ScopeChoice } from "./scope-choices";
import type { Optimization } from "./use-optimization";
import { FIRST_DRAFT, wishesOf } from "./wishes-draft";

/** A part of the day is found quickly; who wants more asks in the dialog. */
const WISHES = wishesOf({ ...FIRST_DRAFT, seconds: "10" });

/** Has a part of the day optimised at once, with the usual wishes: what it would change comes as a proposal. */
export function useOptimizeSelection(optimization: Optimization): (choice: ScopeChoice) => void {
  const t = useWords("boardOptimize");
  const store = useBoardStoreApi();
  const latest = useRef(optimization);
  useEffect(() => {
    latest.current = optimization;
  });
  return useCallback(
    ({ scope, stops }) => {
      if (latest.current.active) {
        store.setState({ announcement: t("busy") });
        return;
      }
      latest.current.start({ ...WISHES, scope });
      // How far it is stands in the inspector.
      store.setState(({ panels }) => ({
        panels: togglePanel(panels, "inspector", true),
        announcement: t("startedSelection", { count: stops }),
      }));
    },
    [store, t],
  );
}

"use client";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useWords } from "@/components/lib/words/words-context";
import { lineKey } from "./review-filter";
import type { useReviewQueue } from "./use-review-queue";

/** The queue by keys: walk, select, decide, take back. Listed with all others under "?". */
export function useReviewKeys(queue: ReturnType<typeof useReviewQueue>): void {
  const t = useWords("proofReview");
  const { current, mayReview, selected, decide, step, toggle, selectAll, clear, undo } = queue;
  const canDecide = mayReview && current !== undefined;
  useHotkeys(
    [
      { keys: "J", label: t("next"), enabled: current !== undefined, run: () => step(1) },
      { keys: "K", label: t("previous"), enabled: current !== undefined, run: () => step(-1) },
      { keys: "ArrowDown", label: t("next"), enabled: current !== undefined, run: () => step(1) },
      { keys: "ArrowUp", label: t("previous"), enabled: current !== undefined, run: () => step(-1) },
      { keys: "A", label: t("approve"), enabled: canDecide, run: () => decide("approved") },
      { keys: "F", label: t("flag"), enabled: canDecide, run: () => decide("flagged") },
      { keys: "R", label: t("reject"), enabled: canDecide, run: () => decide("rejected") },
      { keys: "X", label: t("select"), enabled: canDecide, run: () => current && toggle(lineKey(current)) },
      { keys: "Mod+A", label: t("selectAll"), enabled: canDecide, run: selectAll },
      { keys: "Escape", label: t("clear"), enabled: selected.size > 0, run: clear },
      { keys: "Mod+Z", label: t("undo"), enabled: mayReview, run: undo },
    ],
    { group: t("group") },
  );
}

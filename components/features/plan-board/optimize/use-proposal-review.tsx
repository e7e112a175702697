import { useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useBoard } from "../board-context";
import type { LaidPlan, Review } from "../diff/use-review";
import { ProposalPanel } from "./proposal-panel";
import { useAlternatives, waysOf } from "./use-alternatives";
import type { Optimization } from "./use-optimization";

/** The optimizer's proposal as the screen shows what waits for a yes or no. */
export function useProposalReview(optimization: Optimization): Review | null {
  const t = useWords("boardOptimize");
  const { board } = useBoard();
  const { proposal } = optimization;
  const draft = proposal?.preview.draft;
  const ways = useMemo(() => (draft ? waysOf(board, draft) : new Map<string, string>()), [board, draft]);
  const alternatives = useAlternatives(optimization);
  const { plans } = alternatives;
  const laid = useMemo(() => {
    if (plans.length === 0) return undefined;
    return plans.flatMap(({ plan, isShown, lookIndex, strategy }): LaidPlan[] =>
      plan && isShown ? [{ ...plan, lookIndex, name: t(`strategy.${strategy}`) }] : [],
    );
  }, [plans, t]);
  if (!proposal) return null;
  return {
    after: proposal.after,
    ways,
    laid,
    panel: <ProposalPanel proposal={proposal} alternatives={alternatives} optimization={optimization} />,
  };
}

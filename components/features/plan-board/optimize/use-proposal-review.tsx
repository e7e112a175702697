import { useMemo } from "react";
import { eachDraftLeg } from "@/server/domain/plan/draft-board";
import { legKey } from "@/server/domain/plan/measured-legs";
import { useBoard } from "../board-context";
import type { Review } from "../diff/use-review";
import { ProposalPanel } from "./proposal-panel";
import type { Optimization } from "./use-optimization";

/** The optimizer's proposal as the screen shows what waits for a yes or no. */
export function useProposalReview(optimization: Optimization): Review | null {
  const { board } = useBoard();
  const { proposal } = optimization;
  const draft = proposal?.preview.draft;
  const ways = useMemo(() => {
    const known = new Map<string, string>();
    if (draft) eachDraftLeg(board, draft, (from, to, _route, leg) => known.set(legKey(from.id, to.id), leg[3]));
    return known;
  }, [board, draft]);
  if (!proposal) return null;
  return { after: proposal.after, ways, panel: <ProposalPanel proposal={proposal} optimization={optimization} /> };
}

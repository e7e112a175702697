"use client";
import { useEffect, useMemo } from "react";
import { formatCount } from "@/components/lib/format";
import { Banner } from "@/components/ui/banner";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { ChangeConcerns, hasConcerns, ReviewSide } from "../diff/change-concerns";
import { DiffTable } from "../diff/diff-table";
import { DiffTotals } from "../diff/diff-totals";
import { ReviewHeader } from "../diff/review-header";
import { usePreviewLease } from "../presence/use-presence";
import { AlternativesTable } from "./alternatives-table";
import { UnassignedList } from "./unassigned-list";
import type { Optimization, Proposal } from "./use-optimization";

/** What the optimizer proposes against what is planned; nothing changes until it is committed. */
export function ProposalPanel({ proposal, optimization }: { proposal: Proposal; optimization: Optimization }) {
  const { board } = useBoard();
  const { diff, draft, movedSince, unplannedBefore, unplannedAfter } = proposal.preview;
  const { change } = proposal;
  const { commit, discard, isBusy } = optimization;
  const store = useBoardStoreApi();
  usePreviewLease(useMemo(() => diff.routes.filter((route) => route.isChanged).map((route) => route.routeId), [diff]));
  // Rows point at routes; when they go, nothing is pointed at any more.
  useEffect(() => () => store.setState({ hovered: null, reviewSide: "after" }), [store]);
  return (
    <section aria-label="Proposal" data-testid="proposal" className="flex min-h-0 flex-1 flex-col bg-surface">
      <ReviewHeader title="Proposal" canCommit isBusy={isBusy} onCommit={commit} onDiscard={discard}>
        <DiffTotals
          totals={diff.totals}
          unplanned={[unplannedBefore, unplannedAfter]}
          currency={board.plan.currency}
          isApproximate={false}
        />
      </ReviewHeader>
      {proposal.run.alternatives.length > 1 ? (
        <AlternativesTable
          alternatives={proposal.run.alternatives}
          chosen={draft.strategy}
          currency={board.plan.currency}
          onChoose={proposal.choose}
        />
      ) : null}
      {movedSince.length > 0 ? (
        <Banner tone="info" className="m-2 shrink-0">
          {movedSinceText(movedSince, board)} since the optimizer looked, and{" "}
          {movedSince.length === 1 ? "stays" : "stay"} where people put {movedSince.length === 1 ? "it" : "them"}.
        </Banner>
      ) : null}
      {draft.roadsFailure ? (
        <Banner tone="warn" className="m-2 shrink-0" title="Driving times are estimates">
          The roads could not be asked: {draft.roadsFailure}.
        </Banner>
      ) : null}
      <div className="scroll-quiet flex min-h-0 flex-1 flex-col lg:flex-row">
        <DiffTable diff={diff} notices={change.notices} board={board} isApproximate={false} totalLabel="Whole day" />
        {hasConcerns(change) || draft.unassigned.length > 0 ? (
          <ReviewSide>
            {draft.unassigned.length > 0 ? <UnassignedList unassigned={draft.unassigned} board={board} /> : null}
            <ChangeConcerns change={change} board={board} />
          </ReviewSide>
        ) : null}
      </div>
    </section>
  );
}

function movedSinceText(visitIds: readonly string[], board: PlanBoard): string {
  if (visitIds.length > 3) return `${formatCount(visitIds.length)} stops were moved`;
  const names = visitIds.flatMap((visitId) => board.visits.get(visitId)?.externalId || []);
  return `${names.join(", ") || "A stop"} ${visitIds.length > 1 ? "were" : "was"} moved`;
}

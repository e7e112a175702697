"use client";
import { useEffect, useMemo, useState } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { ChangeConcerns, hasConcerns, ReviewSide } from "../diff/change-concerns";
import { DiffTable } from "../diff/diff-table";
import { DiffTotals } from "../diff/diff-totals";
import { ReviewHeader } from "../diff/review-header";
import { usePreviewLease } from "../presence/use-presence";
import { CompareTable } from "./compare-table";
import { UnassignedList } from "./unassigned-list";
import type { Alternatives } from "./use-alternatives";
import type { Optimization, Proposal } from "./use-optimization";

export interface ProposalPanelProps {
  readonly proposal: Proposal;
  readonly alternatives: Alternatives;
  readonly optimization: Optimization;
}

const LOOKS_AT = ["all", "one"] as const;

/** What the optimizer proposes against what is planned; nothing changes until it is committed. */
export function ProposalPanel({ proposal, alternatives, optimization }: ProposalPanelProps) {
  const t = useWords("boardOptimize");
  const { board } = useBoard();
  const { diff, draft, movedSince, unplannedBefore, unplannedAfter } = proposal.preview;
  const { change } = proposal;
  const { commit, discard, isBusy } = optimization;
  const store = useBoardStoreApi();
  const hasChoice = alternatives.plans.length > 1;
  const [looksAt, setLooksAt] = useState<(typeof LOOKS_AT)[number]>("all");
  const isComparing = hasChoice && looksAt === "all";
  const letter = alternatives.plans.find(({ strategy }) => strategy === draft.strategy)?.letter ?? "";
  usePreviewLease(useMemo(() => diff.routes.filter((route) => route.isChanged).map((route) => route.routeId), [diff]));
  // Rows point at routes; when they go, nothing is pointed at any more.
  useEffect(() => () => store.setState({ hovered: null, reviewSide: "after" }), [store]);
  return (
    <section aria-label={t("proposal")} data-testid="proposal" className="flex min-h-0 flex-1 flex-col bg-surface">
      <ReviewHeader
        title={hasChoice ? t("proposalOf", { letter, plan: t(`strategy.${draft.strategy}`) }) : t("proposal")}
        canCommit
        isBusy={isBusy}
        onCommit={commit}
        onDiscard={discard}
      >
        {hasChoice ? (
          <SegmentedControl
            label={t("looksAt")}
            options={LOOKS_AT.map((value) => ({ value, label: t(`looksAt.${value}`, { letter }) }))}
            value={looksAt}
            onValueChange={setLooksAt}
          />
        ) : null}
        {isComparing ? null : (
          <DiffTotals
            totals={diff.totals}
            unplanned={[unplannedBefore, unplannedAfter]}
            currency={board.plan.currency}
            isApproximate={false}
            hasEmissions={tellsEmissions(board.routes)}
          />
        )}
      </ReviewHeader>
      {movedSince.length > 0 ? (
        <Banner tone="info" className="m-2 shrink-0">
          {movedSinceText(t, movedSince, board)}
        </Banner>
      ) : null}
      {draft.roadsFailure ? (
        <Banner tone="warn" className="m-2 shrink-0" title={t("estimates")}>
          {t("roadsFailed", { failure: draft.roadsFailure })}
        </Banner>
      ) : null}
      {isComparing ? (
        <CompareTable alternatives={alternatives} chosen={draft.strategy} />
      ) : (
        <div className="scroll-quiet flex min-h-0 flex-1 flex-col lg:flex-row">
          <DiffTable
            diff={diff}
            notices={change.notices}
            board={board}
            isApproximate={false}
            totalLabel={t("wholeDay")}
          />
          {hasConcerns(change) || draft.unassigned.length > 0 ? (
            <ReviewSide>
              {draft.unassigned.length > 0 ? <UnassignedList unassigned={draft.unassigned} board={board} /> : null}
              <ChangeConcerns change={change} board={board} />
            </ReviewSide>
          ) : null}
        </div>
      )}
    </section>
  );
}

function movedSinceText(t: Words<"boardOptimize">, visitIds: readonly string[], board: PlanBoard): string {
  const count = visitIds.length;
  if (count > 3) return t("movedSince", { count });
  const names = visitIds.flatMap((visitId) => board.visits.get(visitId)?.externalId || []);
  return t("movedSinceNamed", { count, stops: names.join(", ") || t("aStop") });
}

"use client";
import { ArrowRight } from "lucide-react";
import { useEffect, useMemo } from "react";
import { formatCount, formatDistance, formatDuration, formatMoney } from "@/components/lib/format";
import { useHotkeys } from "@/components/lib/hotkeys";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { PlanDiff } from "@/server/domain/plan/diff-plan";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { usePreviewLease } from "../presence/use-presence";
import { AlternativesTable } from "./alternatives-table";
import { ProposalTable } from "./proposal-table";
import { UnassignedList } from "./unassigned-list";
import type { Optimization, Proposal } from "./use-optimization";

/** What the optimizer proposes against what is planned; nothing changes until it is committed. */
export function ProposalPanel({ proposal, optimization }: { proposal: Proposal; optimization: Optimization }) {
  const { board } = useBoard();
  const { diff, draft, movedSince, unplannedBefore, unplannedAfter } = proposal.preview;
  const { commit, discard, isBusy } = optimization;
  const store = useBoardStoreApi();
  usePreviewLease(useMemo(() => diff.routes.filter((route) => route.isChanged).map((route) => route.routeId), [diff]));
  // Rows point at routes; when they go, nothing is pointed at any more.
  useEffect(() => () => store.setState({ hovered: null }), [store]);
  useHotkeys(
    [
      { keys: "Enter", label: "Commit the proposal", run: commit, enabled: !isBusy },
      { keys: "Escape", label: "Discard the proposal", run: discard, enabled: !isBusy },
    ],
    { group: "Proposal" },
  );
  return (
    <section aria-label="Proposal" data-testid="proposal" className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-line border-b px-4 py-2.5">
        <h2 className="font-semibold text-md">Proposal</h2>
        <Totals totals={diff.totals} unplanned={[unplannedBefore, unplannedAfter]} currency={board.plan.currency} />
        <span className="ml-auto flex gap-2">
          <Button onClick={discard} disabled={isBusy}>
            Discard
          </Button>
          <Button variant="primary" onClick={commit} loading={isBusy}>
            Commit
          </Button>
        </span>
      </header>
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
        <ProposalTable diff={diff} board={board} />
        {draft.unassigned.length > 0 ? <UnassignedList unassigned={draft.unassigned} board={board} /> : null}
      </div>
    </section>
  );
}

function movedSinceText(visitIds: readonly string[], board: PlanBoard): string {
  if (visitIds.length > 3) return `${formatCount(visitIds.length)} stops were moved`;
  const names = visitIds.flatMap((visitId) => board.visits.get(visitId)?.externalId || []);
  return `${names.join(", ") || "A stop"} ${visitIds.length > 1 ? "were" : "was"} moved`;
}

type Figures = PlanDiff["totals"]["before"];

function Totals({
  totals: { before, after },
  unplanned,
  currency,
}: {
  totals: PlanDiff["totals"];
  unplanned: readonly [before: number, after: number];
  currency: string;
}) {
  const pair = (label: string, show: (figures: Figures) => string) => ({ label, from: show(before), to: show(after) });
  const items = [
    pair("Stops", (each) => formatCount(each.stops)),
    { label: "Unassigned", from: formatCount(unplanned[0]), to: formatCount(unplanned[1]) },
    pair("Routes", (each) => String(each.routesUsed)),
    pair("Distance", (each) => formatDistance(each.distanceMeters)),
    pair("Time", (each) => formatDuration(each.durationSeconds)),
    pair("Late", (each) => formatCount(each.lateStops)),
    pair("Cost", (each) => formatMoney(each.costCents, currency)),
  ];
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {items.map(({ label, from, to }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-ink-muted text-xs">{label}</dt>
          <dd className="flex items-center gap-1 tabular-nums">
            {from === to ? null : (
              <>
                <span className="text-ink-muted">{from}</span>
                <ArrowRight className="size-3 text-ink-muted" aria-label="becomes" role="img" />
              </>
            )}
            <span className="font-semibold">{to}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

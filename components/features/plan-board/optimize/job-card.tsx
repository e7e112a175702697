"use client";
import { formatCount, formatMoney } from "@/components/lib/format";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import type { OptimizationRun } from "../plan-gateway";
import { CostCurve } from "./cost-curve";
import { formatClock } from "./format-clock";
import { QueueLine } from "./queue-line";
import { STRATEGY_WORDS } from "./strategy-words";
import type { Optimization } from "./use-optimization";

/** The optimizer at work: how far, how good, and the way out with the best so far. */
export function JobCard({ optimization }: { optimization: Optimization }) {
  const store = useBoardStoreApi();
  const { active, failed } = optimization;
  if (active) return <ActiveCard run={active} optimization={optimization} />;
  if (!failed) return null;
  return (
    <Banner
      tone="error"
      className="m-3"
      title="The optimizer stopped without routes"
      actions={
        <>
          <Button size="sm" onClick={() => store.setState({ dialog: { kind: "optimize" } })}>
            Try again
          </Button>
          <Button size="sm" variant="ghost" onClick={optimization.discard}>
            Dismiss
          </Button>
        </>
      }
    >
      {failed.failure ?? "Nothing was heard of it for a while. The plan is as it was."}
    </Banner>
  );
}

function ActiveCard({ run, optimization }: { run: OptimizationRun; optimization: Optimization }) {
  const { board } = useBoard();
  const { progress, request } = run;
  const total = progress.assignedVisits + progress.unassignedVisits;
  return (
    <section
      aria-label="Optimiser"
      data-testid="optimizer-job"
      className="m-3 flex flex-col gap-2.5 rounded-lg border border-line bg-surface-raised p-3"
    >
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">{phaseName(run)}</h3>
        <span className="text-ink-muted text-sm tabular-nums">
          {formatClock(progress.elapsedSeconds)} of {formatClock(request.maxSeconds)}
        </span>
      </header>
      <ProgressBar label="Progress" hideLabel value={shareDone(run)} />
      {progress.curve.length > 1 ? <CostCurve curve={progress.curve} /> : null}
      <dl className="grid grid-cols-3 gap-2 text-sm tabular-nums">
        <Figure
          label="Planned"
          value={total === 0 ? "–" : `${formatCount(progress.assignedVisits)} / ${formatCount(total)}`}
        />
        <Figure label="Vans" value={progress.vehiclesUsed || "–"} />
        {/* The fastest plan is searched at other prices than the vans'. */}
        {progress.strategy === "fastest" ? null : (
          <Figure label="Cost" value={formatMoney(progress.costCents, board.plan.currency)} />
        )}
      </dl>
      <QueueLine strategies={request.strategies} />
      <div className="flex gap-2">
        <Button
          size="sm"
          className="flex-1"
          onClick={optimization.stop}
          disabled={run.isStopping || progress.phase !== "search"}
          loading={run.isStopping}
        >
          Stop and keep best
        </Button>
        <Button size="sm" variant="ghost" onClick={optimization.discard}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function Figure({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-muted">{label}</dt>
      <dd className="font-medium">{value}</dd>
    </div>
  );
}

function phaseName({ progress: { phase, strategy }, request: { strategies }, isStopping }: OptimizationRun): string {
  if (isStopping) return "Keeping the best…";
  if (phase === "search" && strategy && strategies.length > 1) {
    return `${STRATEGY_WORDS[strategy].name} (${strategies.indexOf(strategy) + 1} of ${strategies.length})`;
  }
  const names = {
    queued: "Waiting for its turn",
    travel: "Measuring travel times",
    search: "Looking for better routes",
    lines: "Drawing the routes",
    done: "Almost done",
  };
  return names[phase];
}

function shareDone({ progress, request }: OptimizationRun): number | null {
  if (progress.phase === "queued") return null;
  if (progress.phase === "search") return Math.min(100, (progress.elapsedSeconds / request.maxSeconds) * 100);
  return progress.fraction > 0 ? progress.fraction * 100 : null;
}

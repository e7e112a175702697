"use client";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { CostCurve } from "./cost-curve";
import { formatClock } from "./format-clock";
import { QueueLine } from "./queue-line";
import type { OptimizationRun } from "./run-of-plan";
import type { Optimization } from "./use-optimization";

/** The optimizer at work: how far, how good, and the way out with the best so far. */
export function JobCard({ optimization }: { optimization: Optimization }) {
  const t = useWords("boardOptimize");
  const common = useWords("common");
  const store = useBoardStoreApi();
  const { active, failed } = optimization;
  if (active) return <ActiveCard run={active} optimization={optimization} />;
  if (!failed) return null;
  return (
    <Banner
      tone="error"
      className="m-3"
      title={t("failed")}
      actions={
        <>
          <Button size="sm" onClick={() => store.setState({ dialog: { kind: "optimize" } })}>
            {common("tryAgain")}
          </Button>
          <Button size="sm" variant="ghost" onClick={optimization.discard}>
            {t("dismiss")}
          </Button>
        </>
      }
    >
      {failed.failure ?? t("stalled")}
    </Banner>
  );
}

function ActiveCard({ run, optimization }: { run: OptimizationRun; optimization: Optimization }) {
  const t = useWords("boardOptimize");
  const common = useWords("common");
  const { board } = useBoard();
  const { progress, request } = run;
  const total = progress.assignedVisits + progress.unassignedVisits;
  return (
    <section
      aria-label={t("optimizer")}
      data-testid="optimizer-job"
      className="m-3 flex flex-col gap-2.5 rounded-lg border border-line bg-surface-raised p-3"
    >
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">{phaseName(t, run)}</h3>
        <span className="text-ink-muted text-sm tabular-nums">
          {t("elapsed", {
            elapsed: formatClock(progress.elapsedSeconds),
            most: formatClock(request.maxSeconds),
          })}
        </span>
      </header>
      <ProgressBar label={t("progress")} hideLabel value={shareDone(run)} />
      {progress.curve.length > 1 ? <CostCurve curve={progress.curve} /> : null}
      <dl className="grid grid-cols-3 gap-2 text-sm tabular-nums">
        <Figure
          label={t("planned")}
          value={total === 0 ? "–" : `${t.format.count(progress.assignedVisits)} / ${t.format.count(total)}`}
        />
        <Figure label={t("vans")} value={progress.vehiclesUsed === 0 ? "–" : t.format.count(progress.vehiclesUsed)} />
        {/* The fastest plan is searched at other prices than the vans'. */}
        {progress.strategy === "fastest" ? null : (
          <Figure label={t("cost")} value={t.format.money(progress.costCents, board.plan.currency)} />
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
          {t("stop")}
        </Button>
        <Button size="sm" variant="ghost" onClick={optimization.discard}>
          {common("cancel")}
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

function phaseName(t: Words<"boardOptimize">, { progress, request, isStopping }: OptimizationRun): string {
  const { phase, strategy } = progress;
  const { strategies } = request;
  if (isStopping) return t("stopping");
  if (phase === "search" && strategy && strategies.length > 1) {
    const number = strategies.indexOf(strategy) + 1;
    return t("searchOf", { strategy: t(`strategy.${strategy}`), number, count: strategies.length });
  }
  return t(`phase.${phase}`);
}

function shareDone({ progress, request }: OptimizationRun): number | null {
  if (progress.phase === "queued") return null;
  if (progress.phase === "search") return Math.min(100, (progress.elapsedSeconds / request.maxSeconds) * 100);
  return progress.fraction > 0 ? progress.fraction * 100 : null;
}

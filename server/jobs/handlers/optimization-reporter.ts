import "server-only";
import {
  extendCurve,
  NO_PROGRESS,
  type OptimizationPhase,
  type OptimizationProgress,
} from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { RoutingProgress, RoutingSolution } from "@/server/domain/plan/routing-problem";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { reportOptimization } from "@/server/services/plan/report-optimization";

/** A third of the second people are promised, for news and for being heard: slow answers of the database cost the rest. */
const REPORT_MILLISECONDS = 300;

/** Stores how far a run is, three times a second, and hears whether people want it to end. */
export class OptimizationReporter {
  private progress: OptimizationProgress;
  private readonly startedAt: number;
  private readonly timer: NodeJS.Timeout;
  private pending: Promise<void> | undefined;
  private stopHeardAt: number | undefined;
  private readonly stopping = new AbortController();
  private readonly abandoning = new AbortController();

  constructor(
    private readonly services: ServiceContext,
    private readonly optimizationId: string,
    attempt: number,
    reportMilliseconds = REPORT_MILLISECONDS,
  ) {
    this.progress = { ...NO_PROGRESS, phase: "travel", attempts: attempt };
    this.startedAt = services.ports.clock.now().getTime();
    this.timer = setInterval(() => this.report(), reportMilliseconds);
  }

  /** Aborted when the search is to end with the best so far, or altogether. */
  get searchEnd(): AbortSignal {
    return this.stopping.signal;
  }

  /** Aborted when the run is not wanted any more: discarded, taken over, or the process ends. */
  get abandoned(): AbortSignal {
    return this.abandoning.signal;
  }

  readonly abandon = (): void => {
    this.abandoning.abort();
    this.stopping.abort();
  };

  /** Milliseconds since the search was asked to end; 0 when it was not. */
  get stoppingMilliseconds(): number {
    return this.stopHeardAt === undefined ? 0 : this.services.ports.clock.now().getTime() - this.stopHeardAt;
  }

  enter(phase: OptimizationPhase): void {
    this.progress = { ...this.progress, phase, fraction: 0 };
  }

  /** Another strategy's turn: its figures begin anew. */
  turnTo(strategy: OptimizationStrategy): void {
    if (this.progress.strategy === strategy) return;
    const { attempts } = this.progress;
    this.progress = { ...NO_PROGRESS, phase: "search", strategy, attempts };
  }

  advance(fraction: number): void {
    this.progress = { ...this.progress, fraction };
  }

  readonly searched = (now: RoutingProgress): void => {
    this.progress = {
      ...this.progress,
      iterations: now.iterations,
      costCents: now.costCents,
      vehiclesUsed: now.vehiclesUsed,
      assignedVisits: now.assignedVisits,
      unassignedVisits: now.unassignedVisits,
      curve: extendCurve(this.progress.curve, now.elapsedSeconds, now.costCents),
    };
  };

  solved({ costCents, iterations, elapsedSeconds, routes, unassigned }: RoutingSolution, visits: number): void {
    const unassignedVisits = unassigned.length;
    const vehiclesUsed = routes.filter((route) => route.length > 0).length;
    const assignedVisits = visits - unassignedVisits;
    this.searched({ costCents, iterations, elapsedSeconds, vehiclesUsed, assignedVisits, unassignedVisits });
  }

  /** Ends reporting; returns the last word. */
  async end(): Promise<OptimizationProgress> {
    clearInterval(this.timer);
    await this.pending;
    return { ...this.timed(), phase: "done", fraction: 1 };
  }

  private hearStop(): void {
    this.stopHeardAt ??= this.services.ports.clock.now().getTime();
    this.stopping.abort();
  }

  private timed(): OptimizationProgress {
    const elapsedMs = this.services.ports.clock.now().getTime() - this.startedAt;
    return { ...this.progress, elapsedSeconds: Math.round(elapsedMs / 100) / 10 };
  }

  private report(): void {
    if (this.pending) return;
    // A report that cannot be stored (the database restarts) is no reason to lose minutes of search: the next one says more.
    this.pending = reportOptimization(this.services, { optimizationId: this.optimizationId, progress: this.timed() })
      .then(
        ({ isActive, isStopRequested }) => {
          if (!isActive) this.abandon();
          else if (isStopRequested) this.hearStop();
        },
        () => {},
      )
      .finally(() => {
        this.pending = undefined;
      });
  }
}

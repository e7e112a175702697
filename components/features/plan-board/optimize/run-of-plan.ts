import type { PlanDiff } from "@/server/domain/plan/diff-plan";
import type {
  DraftFigures,
  DraftUnassigned,
  OptimizationDraft,
  OptimizationProgress,
  OptimizationRequest,
  OptimizationScope,
  OptimizationStatus,
} from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";

/** All that a dispatcher may say about a run but its seed. */
export type OptimizationWishes = Omit<OptimizationRequest, "seed" | "maxIterations" | "scope" | "planning"> & {
  readonly scope?: OptimizationScope | null;
};

export interface DraftAlternative {
  readonly strategy: OptimizationStrategy;
  readonly figures: DraftFigures;
}

export interface OptimizationRun {
  readonly id: string;
  readonly status: OptimizationStatus;
  readonly request: Pick<OptimizationRequest, "strategies" | "maxSeconds">;
  readonly progress: OptimizationProgress;
  readonly failure: string | null;
  readonly isStopping: boolean;
  /** Nothing works on it any more; asking again starts afresh. */
  readonly isStalled: boolean;
  /** Why stops are on no route, once its plan is committed; none before. */
  readonly leftOut: readonly DraftUnassigned[];
  /** Its drafts in figures, once it is ready; none before. */
  readonly alternatives: readonly DraftAlternative[];
  /** What the draft asked about would change, once it is ready. */
  readonly preview: {
    readonly draft: OptimizationDraft;
    readonly diff: PlanDiff;
    readonly unplannedBefore: number;
    readonly unplannedAfter: number;
    /** Stops that people have moved since: a commit leaves them where they are. */
    readonly movedSince: readonly string[];
  } | null;
}

/** How busy the organization's optimizer is, and how long it usually takes. */
export interface OptimizationQueue {
  readonly running: number;
  readonly waiting: number;
  /** Waiting runs asked for before this plan's; null when this plan waits for nothing. */
  readonly ahead: number | null;
  readonly recent: readonly {
    /** What these runs were asked for, in alphabetical order. */
    readonly strategies: readonly OptimizationStrategy[];
    readonly runs: number;
    readonly medianSeconds: number;
    readonly p95Seconds: number;
    readonly lastSeconds: number;
  }[];
}

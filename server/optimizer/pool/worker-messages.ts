import type {
  RoutingBudget,
  RoutingProblem,
  RoutingProgress,
  RoutingSolution,
} from "@/server/domain/plan/routing-problem";
import type { SearchClock } from "./search-clock";
import type { Rank } from "./shared-best";

/** What a solver thread is sent. Shared buffers cross without being copied, the rest is cloned. */
export interface SolveRequest {
  readonly problem: RoutingProblem;
  readonly budget: RoutingBudget;
  /** First cell not 0: stop and answer with the best so far. */
  readonly stopFlag: Int32Array;
  /** Where threads exchange their bests; absent when there is only one. */
  readonly sharedBest?: SharedArrayBuffer;
  /** What budgets count, and its reading when the plan was asked for: they run from there. */
  readonly clock: SearchClock;
  readonly askedAtSeconds: number;
}

export type SolveReply =
  | { readonly kind: "progress"; readonly rank: Rank; readonly progress: RoutingProgress }
  | { readonly kind: "solved"; readonly rank: Rank; readonly solution: RoutingSolution }
  | { readonly kind: "failed"; readonly message: string; readonly stack?: string };

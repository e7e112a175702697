import type { BoardPatch } from "./apply-board-patch";
import type { NamedEdit } from "./edit-summary";

/** The ways of a route as encoded polylines (precision 5), one per leg, to reloads too; an empty one is drawn straight. */
export interface RouteShapes {
  readonly routeId: string;
  /** The route's version that these belong to. */
  readonly version: number;
  readonly legs: readonly string[];
  /** Empty too when the route is open. */
  readonly back: string;
}

/** What an edit did, whole enough to be put into any board of the plan. */
export interface PlanEditResult {
  readonly mutationId: string;
  readonly patch: BoardPatch;
  readonly shapes: readonly RouteShapes[];
  /** The entry on the undo stack; null when nothing was changed or nobody can take it back. */
  readonly edit: NamedEdit | null;
  /** True when this request had been carried out before: nothing was done again. */
  readonly isRepeated: boolean;
}

/** What the commit of a draft left as people had put it meanwhile. */
export interface KeptEdits {
  readonly stops: readonly {
    readonly visitId: string;
    /** Null: in the pool. */
    readonly routeNumber: number | null;
    readonly changedBy: string | null;
  }[];
  /** Locked or under way by now. */
  readonly routeNumbers: readonly number[];
}

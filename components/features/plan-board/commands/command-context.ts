import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardSession } from "../board-context";
import type { BoardGestures, BoardStore } from "../board-store";
import type { EditStacks } from "../plan-gateway";

/** What the board's commands act on; rebuilt whenever it changes, so that `enabled` tells the truth. */
export interface CommandContext {
  readonly board: PlanBoard;
  readonly gestures: Pick<
    BoardGestures,
    "selectedIds" | "cursor" | "cutIds" | "isolatedRouteIds" | "hiddenRouteIds" | "tool"
  >;
  readonly store: BoardStore;
  readonly session: BoardSession;
  readonly edits: EditStacks;
  readonly turn: (direction: "undo" | "redo") => void;
  /** A proposal waits for a decision: it is looked at, not edited under. */
  readonly isReviewing: boolean;
}

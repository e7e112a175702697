import type { Words } from "@/components/lib/words/words";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardSession } from "../board-context";
import type { BoardGestures, BoardStore } from "../board-store";
import type { EditStacks } from "../history/edit-stacks";
import type { BoardMode } from "../modes/board-mode";
import type { ScopeChoice } from "../optimize/scope-choices";

/** What the board's commands act on; rebuilt whenever it changes, so that `enabled` tells the truth. */
export interface CommandContext {
  readonly t: Words<"boardCommands">;
  readonly editWords: Words<"edits">;
  readonly board: PlanBoard;
  readonly gestures: Pick<
    BoardGestures,
    "selectedIds" | "cursor" | "cutIds" | "isolatedRouteIds" | "hiddenRouteIds" | "tool" | "panels"
  >;
  readonly store: BoardStore;
  readonly session: BoardSession;
  readonly edits: EditStacks;
  readonly turn: (direction: "undo" | "redo") => void;
  /** A proposal waits for a decision, or the day is gone through afterwards: it is looked at, not edited. */
  readonly isReviewing: boolean;
  /** Has the selection optimised at once; what it would change is looked at before it is done. */
  readonly optimizeSelection: (selection: ScopeChoice) => void;
  readonly setMode: (mode: BoardMode) => void;
}

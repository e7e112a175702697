import { wordsFor } from "@/components/messages/testing/words-for";
import type { MoveTarget } from "@/server/domain/plan/move-stops";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardSession } from "../board-context";
import { createBoardStore } from "../board-store";
import type { CommandContext } from "../commands/command-context";
import type { ScopeChoice } from "../optimize/scope-choices";

export interface MadeContext {
  /** As it is at the moment of the call. */
  context(): CommandContext;
  readonly store: CommandContext["store"];
  /** What commands asked for, in order. */
  readonly moves: { readonly visitIds: readonly string[]; readonly to: MoveTarget }[];
  readonly optimized: ScopeChoice[];
}

/** What commands act on, for tests: a desk that writes down what is asked of it. */
export function makeCommandContext(board: PlanBoard): MadeContext {
  const store = createBoardStore();
  const moves: MadeContext["moves"] = [];
  const optimized: MadeContext["optimized"] = [];
  const session = {
    planId: board.plan.id,
    canEdit: true,
    canDispatch: true,
    canEditOrders: true,
    actions: { move: (visitIds: readonly string[], to: MoveTarget) => moves.push({ visitIds, to }) > 0 },
  } as unknown as BoardSession;
  const edit = { id: "edit-1", label: "Move 1 stop 1→2", summary: null };
  return {
    store,
    moves,
    optimized,
    context: () => ({
      t: wordsFor("boardCommands"),
      editWords: wordsFor("edits"),
      board,
      gestures: store.getState(),
      store,
      session,
      edits: { undo: edit, redo: edit },
      turn: () => {},
      isReviewing: false,
      optimizeSelection: (choice) => optimized.push(choice),
      setMode: () => {},
    }),
  };
}

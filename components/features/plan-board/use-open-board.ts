import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { type ToastApi, useToast } from "@/components/ui/toast";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { createBoardActions, type LockQuestion } from "./board-actions";
import type { BoardSession } from "./board-context";
import { RouteShapeBook } from "./board-map/route-shape-book";
import type { BoardIntent } from "./board-state/board-intent";
import { IntentQueue } from "./board-state/intent-queue";
import { type BoardStore, createBoardStore } from "./board-store";
import type { PlanGateway } from "./plan-gateway";
import { planKeys } from "./plan-keys";
import { rememberedPanels } from "./use-panel-memory";

export interface OpenBoard {
  readonly session: BoardSession;
  readonly store: BoardStore;
  readonly shapes: RouteShapeBook;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface SessionParts {
  readonly gateway: PlanGateway;
  readonly planId: string;
  readonly truth: PlanBoard;
  readonly canEdit: boolean;
  readonly canDispatch: boolean;
  readonly askAboutLock: (question: LockQuestion) => void;
}

/** Everything that lives as long as one plan is open on this desk. */
export function useOpenBoard(parts: SessionParts): OpenBoard {
  const toast = useToast();
  const queries = useQueryClient();
  const [open] = useState(() => {
    const again = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    return openBoard(parts, toast, {
      onEdited: () => again(planKeys.edits(parts.planId)),
      onStale: () => again(planKeys.board(parts.planId)),
    });
  });
  return open;
}

function openBoard(
  parts: SessionParts,
  toast: ToastApi,
  { onEdited, onStale }: { onEdited: () => void; onStale: () => void },
): OpenBoard {
  const { gateway, planId, truth, askAboutLock } = parts;
  const store = createBoardStore(rememberedPanels());
  const shapes = new RouteShapeBook();
  const onResult = (result: PlanEditResult) => {
    shapes.learn(result.patch.routes, result.shapes);
    onEdited();
  };
  let session: BoardSession;
  const turn = (direction: "undo" | "redo", asNewChange = false): void => {
    const ask = direction === "undo" ? gateway.undoEdit.bind(gateway) : gateway.redoEdit.bind(gateway);
    session.actions
      .change((mutationId) => ask(planId, mutationId, asNewChange), direction === "undo" ? "Undone" : "Done again")
      .catch((error: unknown) => {
        const { code, message } = refusalOf(error);
        const isOthers = code === "stale" && !asNewChange;
        toast.show({
          title: direction === "undo" ? "Not undone" : "Not done again",
          description: message,
          tone: isOthers ? "warn" : "error",
          action: isOthers ? { label: "Do it as a new change", onClick: () => turn(direction, true) } : undefined,
        });
      });
  };
  const [undo, redo] = [() => turn("undo"), () => turn("redo")];
  const actions = createBoardActions({
    queue: () => session.queue,
    store,
    toast,
    askAboutLock,
    undo,
    onResult,
    onStale,
  });
  const queue = new IntentQueue(truth, {
    send: (intent) => sendIntent(gateway, planId, intent),
    onRefused: (intent, error) => actions.refused(intent, error),
    onConfirmed: onResult,
  });
  const { canEdit, canDispatch } = parts;
  session = { planId, gateway, queue, actions, canEdit, canDispatch };
  return { session, store, shapes, undo, redo };
}

function sendIntent(gateway: PlanGateway, planId: string, intent: BoardIntent): Promise<PlanEditResult> {
  if (intent.kind === "move") return gateway.moveStops(planId, intent);
  if (intent.kind === "freeze-front") return gateway.freezeFront(planId, intent);
  return intent.kind === "lock-route" ? gateway.lockRoute(planId, intent) : gateway.lockStops(planId, intent);
}

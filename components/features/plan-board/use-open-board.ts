import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { sayEdit } from "@/components/lib/say-edit";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { type ToastApi, useToast } from "@/components/ui/toast";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import { isForPreview } from "./answer-refusal";
import type { LockQuestion } from "./board-actions";
import type { BoardSession } from "./board-context";
import { RouteShapeBook } from "./board-map/route-shape-book";
import type { BoardIntent } from "./board-state/board-intent";
import { IntentQueue } from "./board-state/intent-queue";
import { type BoardStore, createBoardStore } from "./board-store";
import { createBoardActions } from "./create-board-actions";
import type { MidDayDecision } from "./diff/edit-request";
import type { EditStacks } from "./history/edit-stacks";
import type { PanelLayout } from "./panel-layout";
import type { PlanGateway } from "./plan-gateway";
import { planKeys } from "./plan-keys";
import { describeHolders } from "./presence/describe-presence";
import { PresenceLink } from "./presence/presence-link";

export interface OpenBoard {
  readonly session: BoardSession;
  readonly store: BoardStore;
  readonly shapes: RouteShapeBook;
  /** Takes the last edit back, or does it again; `asNewChange`: also when somebody has moved its stops since. */
  readonly turn: (direction: "undo" | "redo", asNewChange?: boolean) => void;
}

interface SessionParts {
  readonly gateway: PlanGateway;
  readonly planId: string;
  readonly truth: PlanBoard;
  readonly canEdit: boolean;
  readonly canDispatch: boolean;
  /** How the board begins to be arranged. */
  readonly panels: PanelLayout;
  readonly canEditOrders: boolean;
  readonly askAboutLock: (question: LockQuestion) => void;
}

interface BoardWords {
  readonly t: Words<"boardState">;
  readonly rules: Words<"rules">;
  readonly presence: Words<"boardPresence">;
  readonly edits: Words<"edits">;
  readonly refusals: Words<"refusals">;
}

/** Everything that lives as long as one plan is open on this desk. */
export function useOpenBoard(parts: SessionParts): OpenBoard {
  const toast = useToast();
  const queries = useQueryClient();
  const words = {
    t: useWords("boardState"),
    rules: useWords("rules"),
    presence: useWords("boardPresence"),
    edits: useWords("edits"),
    refusals: useWords("refusals"),
  };
  const latestWords = useRef(words);
  useEffect(() => {
    latestWords.current = words;
  });
  const [open] = useState(() => {
    const again = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    return openBoard(parts, toast, () => latestWords.current, {
      onEdited: () => again(planKeys.edits(parts.planId)),
      onLost: () => again(planKeys.board(parts.planId)),
      lastEdits: () => queries.getQueryData<EditStacks>(planKeys.edits(parts.planId)),
    });
  });
  return open;
}

function openBoard(
  parts: SessionParts,
  toast: ToastApi,
  words: () => BoardWords,
  {
    onEdited,
    onLost,
    lastEdits,
  }: { onEdited: () => void; onLost: () => void; lastEdits: () => EditStacks | undefined },
): OpenBoard {
  const { gateway, planId, truth, askAboutLock } = parts;
  const store = createBoardStore(parts.panels);
  const shapes = new RouteShapeBook();
  const onResult = (result: PlanEditResult) => {
    shapes.learn(result.patch.routes, result.shapes);
    onEdited();
  };
  let session: BoardSession;
  // The routes concerned are fetched; whatever cannot be told by routes alone, or fails, reads the board anew.
  const onStale = (truths: readonly PlaceTruth[], routes: readonly RouteTruth[] = []): void => {
    const ofStops = truths.flatMap(({ routeId, seenRouteId }) => [routeId ?? [], seenRouteId ?? []].flat());
    const routeIds = [...new Set([...ofStops, ...routes.map((route) => route.routeId)])];
    if (routeIds.length === 0 || truths.some((truth) => !truth.isOnBoard)) onLost();
    else
      gateway.getRoutes(planId, routeIds).then(({ patch, shapes: lines }) => {
        session.queue.applyPatch(patch);
        shapes.learn(patch.routes, lines);
      }, onLost);
  };
  const turn = (direction: "undo" | "redo", asNewChange = false, confirmed: readonly SeenRoute[] = []): void => {
    const ask = direction === "undo" ? gateway.undoEdit.bind(gateway) : gateway.redoEdit.bind(gateway);
    session.actions
      .change(
        (mutationId) => ask(planId, mutationId, { asNewChange, confirmed }),
        words().t(direction === "undo" ? "undone" : "doneAgain"),
      )
      .catch((error: unknown) => {
        const { code, message, details } = refusalOf(words().refusals, error);
        if (isForPreview(details.reason)) {
          const notice = confirmed.length > 0 ? message : null;
          store.setState({
            preview: { request: { kind: "turn", direction, asNewChange }, notice },
            reviewSide: "after",
          });
          return;
        }
        if (code === "stale" && details.reason !== "not-next" && !asNewChange) {
          const truths = (details.conflicts ?? []) as readonly PlaceTruth[];
          if (truths.length > 0) onStale(truths);
          const label = sayEdit(words().edits, lastEdits()?.[direction]);
          store.setState({ dialog: { kind: "revert", direction, label, truths, text: message } });
          return;
        }
        toast.show({
          title: words().t(direction === "undo" ? "notUndone" : "notDoneAgain"),
          description: message,
          tone: "error",
        });
      });
  };
  const actions = createBoardActions({
    queue: () => session.queue,
    store,
    toast,
    t: () => words().t,
    rules: () => words().rules,
    refusals: () => words().refusals,
    askAboutLock,
    holdersOf: (routeId) => describeHolders(words().presence, session.presence.view().holders.get(routeId) ?? []),
    undo: () => turn("undo"),
    saveMidDay: (mutationId, decision) => saveMidDay(gateway, planId, mutationId, decision),
    turn,
    onResult,
    onStale,
  });
  const queue = new IntentQueue(truth, {
    send: (intent) => sendIntent(gateway, planId, intent),
    onRefused: (intent, error, dependents) => actions.refused(intent, error, dependents),
    onConfirmed: onResult,
  });
  const { canEdit, canDispatch, canEditOrders } = parts;
  const sessionId = crypto.randomUUID();
  const presence = new PresenceLink({
    list: () => gateway.listPresence(planId),
    note: (state) => gateway.notePresence(planId, { sessionId, ...state }),
  });
  session = { planId, gateway, queue, actions, presence, canEdit, canDispatch, canEditOrders };
  return { session, store, shapes, turn };
}

function sendIntent(gateway: PlanGateway, planId: string, intent: BoardIntent): Promise<PlanEditResult> {
  if (intent.kind === "move") return gateway.moveStops(planId, intent);
  if (intent.kind === "freeze-front") return gateway.freezeFront(planId, intent);
  return intent.kind === "lock-route" ? gateway.lockRoute(planId, intent) : gateway.lockStops(planId, intent);
}

function saveMidDay(
  gateway: PlanGateway,
  planId: string,
  mutationId: string,
  { request, confirmed, sequences, removedVisitIds, reason }: MidDayDecision,
): Promise<PlanEditResult> {
  const asked = { mutationId, confirmed };
  if (request.kind === "cancel") return gateway.cancelStops(planId, { ...asked, visitIds: removedVisitIds, reason });
  if (request.kind === "swap") return gateway.swapDrivers(planId, { ...asked, ...request });
  if (request.kind === "reload") return gateway.setReload(planId, { ...asked, ...request });
  return gateway.splitRoute(planId, { ...asked, ...request, sequences });
}

import { refusalOf } from "@/components/lib/refusal";
import type { ToastApi } from "@/components/ui/toast";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { describeMoveRefusal } from "@/server/domain/plan/describe-refusal";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import type { MoveRefusal, MoveTarget } from "@/server/domain/plan/move-stops";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardIntent, StopLock } from "./board-state/board-intent";
import type { IntentQueue } from "./board-state/intent-queue";
import { newMutationId } from "./board-state/mutation-id";
import type { BoardStore } from "./board-store";
import { announceMove, describeDelta } from "./describe-delta";

/** A move over a lock, waiting for the dispatcher's word. */
export interface LockQuestion {
  readonly text: string;
  readonly proceed: () => void;
}

export interface BoardActions {
  move(visitIds: readonly string[], to: MoveTarget, overrideLocks?: boolean): void;
  lockRoute(routeId: string, locked: boolean): void;
  lockStops(visitIds: readonly string[], lock: StopLock, locked: boolean): void;
  /** So many stops at the front keep their places; none: 0. */
  freezeFront(routeId: string, frozenStops: number): void;
  /** Asks once everything under way has its answer, and takes the result into the board. Rejects with the refusal. */
  change(ask: (mutationId: string) => Promise<PlanEditResult>, announcement: string): Promise<void>;
  refused(intent: BoardIntent, error: unknown): void;
}

export interface ActionParts {
  /** Read late: the queue reports refusals to these actions and so is made after them. */
  readonly queue: () => IntentQueue;
  readonly store: BoardStore;
  readonly toast: ToastApi;
  readonly askAboutLock: (question: LockQuestion) => void;
  readonly undo: () => void;
  /** Somebody was first: the board is to be read anew. */
  readonly onStale: () => void;
  /** For what stands beside the board: shapes of the lines, the labels of undo. */
  readonly onResult: (result: PlanEditResult) => void;
}

/** All ways in which the board is changed; every pointer, key and menu ends here. */
export function createBoardActions(parts: ActionParts): BoardActions {
  const { store, toast } = parts;
  let lastToast: string | undefined;
  const say = (announcement: string) => store.setState({ announcement });
  const boardNow = () => parts.queue().view().board;

  const actions: BoardActions = {
    move(visitIds, to, overrideLocks = false) {
      const board = boardNow();
      const preview = evaluateMove(board, { visitIds, to, overrideLocks: true }, boardLegs(board));
      const intent = moveIntent(board, visitIds, to, overrideLocks);
      const refusal = parts.queue().submit(intent);
      if (refusal) {
        reportMoveRefusal(parts, actions, intent, refusal);
        return;
      }
      const count = preview.ok ? preview.movedVisitIds.length : visitIds.length;
      const isMoved = !preview.ok || preview.routes.length > 0;
      say(isMoved ? announceMove(count, targetName(board, to), preview.ok ? preview.delta : null) : "Already there");
      if (!isMoved || !preview.ok) return;
      if (lastToast !== undefined) toast.dismiss(lastToast);
      lastToast = toast.show({
        title: `${count === 1 ? "1 stop" : `${count} stops`} → ${targetName(board, to)}`,
        description: `${preview.isApproximate ? "~ " : ""}${describeDelta(preview.delta)}`,
        tone: preview.newBreaks.length > 0 ? "warn" : "ok",
        action: { label: "Undo", onClick: parts.undo },
        timeoutMs: 6_000,
      });
    },
    lockRoute(routeId, locked) {
      parts.queue().submit({ kind: "lock-route", mutationId: newMutationId(), routeId, locked });
      say(locked ? "Route locked" : "Route unlocked");
    },
    lockStops(visitIds, lock, locked) {
      parts.queue().submit({ kind: "lock-stops", mutationId: newMutationId(), visitIds, lock, locked });
      say(`${visitIds.length} ${visitIds.length === 1 ? "stop" : "stops"} ${locked ? "locked" : "unlocked"}`);
    },
    freezeFront(routeId, frozenStops) {
      parts.queue().submit({ kind: "freeze-front", mutationId: newMutationId(), routeId, frozenStops });
      say(frozenStops === 0 ? "No stop is frozen" : `The first ${frozenStops} stops are frozen`);
    },
    async change(ask, announcement) {
      const queue = parts.queue();
      await queue.whenIdle();
      const mutationId = newMutationId();
      queue.remember(mutationId);
      const result = await ask(mutationId);
      queue.applyPatch(result.patch);
      parts.onResult(result);
      say(announcement);
    },
    refused(intent, error) {
      const refusal = refusalOf(error);
      // What the success toast promised is no longer so.
      if (lastToast !== undefined) toast.dismiss(lastToast);
      if (refusal.code === "stale") parts.onStale();
      const retry = retryLabel(intent, refusal.code);
      toast.show({
        title: intent.kind === "move" ? "The move was taken back" : "The lock was not saved",
        description: refusal.message,
        tone: "error",
        action: { label: retry, onClick: () => repeat(parts, actions, intent, retry) },
      });
      say(`Not saved: ${refusal.message}`);
    },
  };
  return actions;
}

const TRY_BEST = "Try best position";

function retryLabel(intent: BoardIntent, code: string): string {
  if (intent.kind !== "move" || code === "network" || code === "internal") return "Try again";
  return code === "stale" ? "Move it from there" : intent.move.to.kind === "position" ? TRY_BEST : "Try again";
}

function repeat(parts: ActionParts, actions: BoardActions, intent: BoardIntent, how: string): void {
  if (intent.kind !== "move") parts.queue().submit({ ...intent, mutationId: newMutationId() });
  else if (how === TRY_BEST && intent.move.to.kind === "position")
    actions.move(intent.move.visitIds, { kind: "best", routeId: intent.move.to.routeId }, intent.move.overrideLocks);
  else actions.move(intent.move.visitIds, intent.move.to, intent.move.overrideLocks);
}

function moveIntent(
  board: PlanBoard,
  visitIds: readonly string[],
  to: MoveTarget,
  overrideLocks: boolean,
): BoardIntent & { kind: "move" } {
  const places = stopPlaces(board);
  const anchors = to.kind === "position" && to.afterVisitId !== null ? [to.afterVisitId] : [];
  const seen = [...new Set([...visitIds, ...anchors])].map((visitId) => ({
    visitId,
    routeId: places.get(visitId)?.route.id ?? null,
  }));
  return { kind: "move", mutationId: newMutationId(), move: { visitIds, to, overrideLocks }, seen };
}

function reportMoveRefusal(
  { toast, askAboutLock, queue, store }: ActionParts,
  actions: BoardActions,
  intent: BoardIntent & { kind: "move" },
  refusal: MoveRefusal,
): void {
  const text = describeMoveRefusal(refusal, queue().view().board);
  const { visitIds, to } = intent.move;
  if (refusal.reason === "route-locked" || refusal.reason === "stop-locked") {
    askAboutLock({ text, proceed: () => actions.move(visitIds, to, true) });
    return;
  }
  const isExact = to.kind === "position" && (refusal.reason === "pair-order" || refusal.reason === "anchor-not-found");
  toast.show({
    title: "This move is not possible",
    description: text,
    tone: "warn",
    action: isExact
      ? { label: TRY_BEST, onClick: () => actions.move(visitIds, { kind: "best", routeId: to.routeId }) }
      : undefined,
  });
  store.setState({ announcement: `Not moved: ${text}` });
}

function targetName(board: PlanBoard, to: MoveTarget): string {
  if (to.kind === "pool") return "unassigned";
  return `route ${board.routes.find((route) => route.id === to.routeId)?.number ?? "?"}`;
}

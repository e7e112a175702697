import { refusalOf } from "@/components/lib/refusal";
import type { Words } from "@/components/lib/words/words";
import type { ToastApi } from "@/components/ui/toast";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { evaluateMove, type MovePreview } from "@/server/domain/plan/evaluate-insertion";
import { type MoveIntent, type MoveRefusal, type MoveTarget, moveStops } from "@/server/domain/plan/move-stops";
import type { PlaceTruth, SeenPlace } from "@/server/domain/plan/place-conflicts";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { previewReason } from "@/server/domain/plan/preview-change";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import type { BoardIntent, StopLock } from "./board-state/board-intent";
import type { IntentQueue } from "./board-state/intent-queue";
import { newMutationId } from "./board-state/mutation-id";
import type { BoardStore, EditConflict } from "./board-store";
import { announceMove, describeDelta } from "./describe-delta";
import { describeMoveRefusal } from "./describe-refusal";
import type { EditRequest, MidDayDecision, MidDayRequest } from "./diff/edit-request";
import { standOnNeighbour } from "./select-stops";

/** A move over a lock, waiting for the dispatcher's word. */
export interface LockQuestion {
  readonly text: string;
  readonly proceed: () => void;
}

export interface BoardActions {
  /** At once where it is one order on unsent routes: true; else it opens a preview, or says why not: false. */
  move(visitIds: readonly string[], to: MoveTarget, overrideLocks?: boolean): boolean;
  /** Looks at a move without doing it. */
  preview(request: Pick<EditRequest & { kind: "move" }, "move" | "reason">): void;
  /** Does what a preview showed. */
  commitEdit(request: EditRequest & { kind: "move" | "turn" }, confirmed: readonly SeenRoute[]): void;
  /** Looks at what is to happen to a day that has begun: it is always looked at first. */
  previewMidDay(request: MidDayRequest, announcement: string): void;
  commitMidDay(decision: MidDayDecision): void;
  lockRoute(routeId: string, locked: boolean): void;
  lockStops(visitIds: readonly string[], lock: StopLock, locked: boolean): void;
  /** So many stops at the front keep their places; none: 0. */
  freezeFront(routeId: string, frozenStops: number): void;
  /** Asks once everything asked for before has its answer, and takes the result into the board. Rejects with the refusal. */
  change(ask: (mutationId: string) => Promise<PlanEditResult>, announcement: string): Promise<void>;
  /** `dependents` were made on top of it and are off the board too. */
  refused(intent: BoardIntent, error: unknown, dependents: readonly BoardIntent[]): void;
  /** Ends a conflict: our change made again from where things are now, or dropped. */
  decide(conflict: EditConflict, how: "mine" | "theirs"): void;
}

export interface ActionParts {
  /** Read late: the queue reports refusals to these actions and so is made after them. */
  readonly queue: () => IntentQueue;
  readonly store: BoardStore;
  readonly toast: ToastApi;
  /** Read late: the reader may change language while the board stays open. */
  readonly t: () => Words<"boardState">;
  readonly rules: () => Words<"rules">;
  readonly refusals: () => Words<"refusals">;
  readonly askAboutLock: (question: LockQuestion) => void;
  /** That others have a route in hand right now, in words; empty: nobody. */
  readonly holdersOf: (routeId: string) => string;
  readonly undo: () => void;
  readonly saveMidDay: (mutationId: string, decision: MidDayDecision) => Promise<PlanEditResult>;
  readonly turn: (direction: "undo" | "redo", asNewChange?: boolean, confirmed?: readonly SeenRoute[]) => void;
  /** Somebody was first: what they changed is to be read anew; all of it where nothing is named. */
  readonly onStale: (truths: readonly PlaceTruth[], routes?: readonly RouteTruth[]) => void;
  /** For what stands beside the board: shapes of the lines, the labels of undo. */
  readonly onResult: (result: PlanEditResult) => void;
}

/** All ways in which the board is changed; every pointer, key and menu ends here. */
export function createBoardActions(parts: ActionParts): BoardActions {
  const { store, toast, t } = parts;
  let lastToast: string | undefined;
  const say = (announcement: string) => store.setState({ announcement });
  const boardNow = () => parts.queue().view().board;
  const openPreview = (request: EditRequest, notice: string | null = null) =>
    store.setState({ preview: { request, notice }, reviewSide: "after" });

  /** Paints and sends a move, and says what it did. */
  const send = (intent: BoardIntent & { kind: "move" }, preview: MovePreview): boolean => {
    const board = boardNow();
    const { visitIds, to } = intent.move;
    const refusal = parts.queue().submit(intent);
    if (refusal) {
      reportMoveRefusal(parts, actions, intent, refusal);
      return false;
    }
    const count = preview.ok ? preview.movedVisitIds.length : visitIds.length;
    const isMoved = !preview.ok || preview.routes.length > 0;
    const held = to.kind === "pool" ? "" : parts.holdersOf(to.routeId);
    const announcement = isMoved
      ? announceMove(parts.rules(), count, targetName(t(), board, to), preview.ok ? preview.delta : null)
      : t()("alreadyThere");
    say([announcement, held].filter(Boolean).join(" "));
    if (!isMoved || !preview.ok) return isMoved;
    if (lastToast !== undefined) toast.dismiss(lastToast);
    lastToast = toast.show({
      title: t()("movedTitle", { count, target: targetName(t(), board, to) }),
      description: [`${preview.isApproximate ? "~ " : ""}${describeDelta(parts.rules(), preview.delta)}`, held]
        .filter(Boolean)
        .join(" · "),
      tone: preview.newBreaks.length > 0 || held ? "warn" : "ok",
      action: { label: t()("undo"), onClick: parts.undo },
      timeoutMs: 6_000,
    });
    return true;
  };

  const actions: BoardActions = {
    move(visitIds, to, overrideLocks = false) {
      const board = boardNow();
      const intent = moveIntent(board, { visitIds, to, overrideLocks });
      const preview = evaluateMove(board, { ...intent.move, overrideLocks: true }, boardLegs(board));
      const reason = preview.ok ? previewReason(board, preview.movedVisitIds, preview.routes) : null;
      if (!reason) return send(intent, preview);
      actions.preview({ move: intent.move, reason });
      return false;
    },
    preview({ move, reason }) {
      const board = boardNow();
      const intent = moveIntent(board, move);
      const outcome = moveStops(board, move, boardLegs(board));
      if (!outcome.ok) {
        reportMoveRefusal(parts, actions, intent, outcome.refusal);
        return;
      }
      if (outcome.sequences.length === 0) {
        say(t()("alreadyThere"));
        return;
      }
      openPreview({ kind: "move", move, seen: intent.seen, seenRoutes: intent.seenRoutes, reason });
      const count = outcome.movedVisitIds.length;
      say(t()("previewing", { count, target: targetName(t(), board, move.to) }));
    },
    commitEdit(request, confirmed) {
      if (request.kind === "turn") {
        parts.turn(request.direction, request.asNewChange, confirmed);
        return;
      }
      const board = boardNow();
      const preview = evaluateMove(board, { ...request.move, overrideLocks: true }, boardLegs(board));
      const { move, seen, seenRoutes } = request;
      const isSent = send({ kind: "move", mutationId: newMutationId(), move, seen, seenRoutes, confirmed }, preview);
      if (isSent) standOnNeighbour(store, board, move.visitIds);
    },
    previewMidDay(request, announcement) {
      openPreview(request);
      say(announcement);
    },
    commitMidDay(decision) {
      const { request } = decision;
      const board = boardNow();
      const done = actions.change(
        (mutationId) => parts.saveMidDay(mutationId, decision),
        t()(`midDay.${request.kind}`),
      );
      done
        .then(() => request.kind === "cancel" && standOnNeighbour(store, board, decision.removedVisitIds))
        .catch((error: unknown) => {
          const { code, message, details } = refusalOf(parts.refusals(), error);
          if (code === "stale") parts.onStale([]);
          if (isForPreview(details.reason)) openPreview(request, message);
          else toast.show({ title: t()("midDayNotSaved"), description: message, tone: "error" });
          say(t()("notSaved", { why: message }));
        });
    },
    lockRoute(routeId, locked) {
      const seenRoutes = seenVersions(boardNow(), new Set([routeId]));
      parts.queue().submit({ kind: "lock-route", mutationId: newMutationId(), routeId, locked, seenRoutes });
      say(t()(locked ? "routeLocked" : "routeUnlocked"));
    },
    lockStops(visitIds, lock, locked) {
      const seen = seenPlaces(boardNow(), visitIds);
      parts.queue().submit({ kind: "lock-stops", mutationId: newMutationId(), visitIds, lock, locked, seen });
      say(t()(locked ? "stopsLocked" : "stopsUnlocked", { count: visitIds.length }));
    },
    freezeFront(routeId, frozenStops) {
      const seenRoutes = seenVersions(boardNow(), new Set([routeId]));
      parts.queue().submit({ kind: "freeze-front", mutationId: newMutationId(), routeId, frozenStops, seenRoutes });
      say(t()("frozen", { count: frozenStops }));
    },
    async change(ask, announcement) {
      const queue = parts.queue();
      const mutationId = newMutationId();
      queue.remember(mutationId);
      parts.onResult(await queue.inTurn(() => ask(mutationId)));
      say(announcement);
    },
    refused(intent, error, dependents) {
      const refusal = refusalOf(parts.refusals(), error);
      // What the success toast promised is no longer so.
      if (lastToast !== undefined) toast.dismiss(lastToast);
      const truths = (refusal.details.conflicts ?? []) as readonly PlaceTruth[];
      const routes = (refusal.details.routes ?? []) as readonly RouteTruth[];
      if (refusal.code === "stale") parts.onStale(truths, routes);
      if (truths.length + routes.length > 0) {
        const conflict = { id: intent.mutationId, intent, truths, routes, dependents: dependents.length };
        const { conflicts } = store.getState();
        store.setState({ conflicts: [...conflicts, conflict] });
        return;
      }
      if (intent.kind === "move" && isForPreview(refusal.details.reason)) {
        openPreview(
          { kind: "move", move: intent.move, seen: intent.seen, seenRoutes: intent.seenRoutes, reason: "sent-route" },
          refusal.message,
        );
        say(t()("notSaved", { why: refusal.message }));
        return;
      }
      const retry = retryOf(intent, refusal.code);
      toast.show({
        title: t()(intent.kind === "move" ? "moveTakenBack" : "lockNotSaved"),
        description: refusal.message,
        tone: "error",
        action: { label: t()(`retry.${retry}`), onClick: () => repeat(parts, actions, intent, retry) },
      });
      say(t()("notSaved", { why: refusal.message }));
    },
    decide({ id, intent, truths }, how) {
      store.setState(({ conflicts }) => ({ conflicts: conflicts.filter((conflict) => conflict.id !== id) }));
      if (how === "theirs") {
        say(t()("leftAsIs"));
        return;
      }
      const { visits } = boardNow();
      const here = (visitId: string) => visits.has(visitId);
      if (intent.kind === "lock-stops") actions.lockStops(intent.visitIds.filter(here), intent.lock, intent.locked);
      else if (intent.kind === "lock-route") actions.lockRoute(intent.routeId, intent.locked);
      else if (intent.kind === "freeze-front") actions.freezeFront(intent.routeId, intent.frozenStops);
      else
        actions.move(
          intent.move.visitIds.filter(here),
          stillPossible(intent.move.to, truths),
          intent.move.overrideLocks,
        );
    },
  };
  return actions;
}

/** Refused because nobody has looked at it, or not at what it would be now. */
export function isForPreview(reason: unknown): boolean {
  return reason === "needs-confirmation" || reason === "changed-since-preview";
}

type Retry = "again" | "best" | "fromThere";

function retryOf(intent: BoardIntent, code: string): Retry {
  if (intent.kind !== "move" || code === "network" || code === "internal") return "again";
  return code === "stale" ? "fromThere" : intent.move.to.kind === "position" ? "best" : "again";
}

function repeat(parts: ActionParts, actions: BoardActions, intent: BoardIntent, how: Retry): void {
  if (intent.kind !== "move") parts.queue().submit({ ...intent, mutationId: newMutationId() });
  else if (how === "best" && intent.move.to.kind === "position")
    actions.move(intent.move.visitIds, { kind: "best", routeId: intent.move.to.routeId }, intent.move.overrideLocks);
  else actions.move(intent.move.visitIds, intent.move.to, intent.move.overrideLocks);
}

function moveIntent(board: PlanBoard, move: MoveIntent): BoardIntent & { kind: "move" } {
  const { visitIds, to } = move;
  const anchors = to.kind === "position" && to.afterVisitId !== null ? [to.afterVisitId] : [];
  const seen = seenPlaces(board, [...visitIds, ...anchors]);
  const seenRoutes = seenVersions(board, new Set(seen.map((place) => place.routeId)));
  return { kind: "move", mutationId: newMutationId(), move, seen, seenRoutes };
}

function seenVersions(board: PlanBoard, routeIds: ReadonlySet<string | null>): SeenRoute[] {
  return board.routes.flatMap(({ id, version }) => (routeIds.has(id) ? [{ routeId: id, version }] : []));
}

function seenPlaces(board: PlanBoard, visitIds: readonly string[]): SeenPlace[] {
  const places = stopPlaces(board);
  return [...new Set(visitIds)].map((visitId) => ({ visitId, routeId: places.get(visitId)?.route.id ?? null }));
}

/** Behind a stop that has left the route nothing can be put: then the best place of the route is meant. */
function stillPossible(to: MoveTarget, truths: readonly PlaceTruth[]): MoveTarget {
  const isLost = to.kind === "position" && truths.some((truth) => truth.visitId === to.afterVisitId);
  return isLost ? { kind: "best", routeId: to.routeId } : to;
}

function reportMoveRefusal(
  { toast, askAboutLock, queue, store, t, rules }: ActionParts,
  actions: BoardActions,
  intent: BoardIntent & { kind: "move" },
  refusal: MoveRefusal,
): void {
  const text = describeMoveRefusal(rules(), refusal, queue().view().board);
  const { visitIds, to } = intent.move;
  if (refusal.reason === "route-locked" || refusal.reason === "stop-locked") {
    askAboutLock({ text, proceed: () => actions.move(visitIds, to, true) });
    return;
  }
  const isExact = to.kind === "position" && (refusal.reason === "pair-order" || refusal.reason === "anchor-not-found");
  toast.show({
    title: t()("notPossible"),
    description: text,
    tone: "warn",
    action: isExact
      ? { label: t()("retry.best"), onClick: () => actions.move(visitIds, { kind: "best", routeId: to.routeId }) }
      : undefined,
  });
  store.setState({ announcement: t()("notMoved", { why: text }) });
}

function targetName(t: Words<"boardState">, board: PlanBoard, to: MoveTarget): string {
  if (to.kind === "pool") return t("target.pool");
  return t("target.route", { number: String(board.routes.find((route) => route.id === to.routeId)?.number ?? "?") });
}

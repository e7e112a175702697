import { refusalOf } from "@/components/lib/refusal";
import type { Words } from "@/components/lib/words/words";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove, type MovePreview } from "@/server/domain/plan/evaluate-insertion";
import { type MoveTarget, moveStops } from "@/server/domain/plan/move-stops";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { previewReason } from "@/server/domain/plan/preview-change";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import { isForPreview, repeat, reportMoveRefusal, retryOf, stillPossible } from "./answer-refusal";
import type { ActionParts, BoardActions } from "./board-actions";
import type { BoardIntent } from "./board-state/board-intent";
import { moveIntent, seenPlaces, seenVersions } from "./board-state/make-intent";
import { newMutationId } from "./board-state/mutation-id";
import { announceMove, describeDelta } from "./describe-delta";
import type { EditRequest } from "./diff/edit-request";
import { standOnNeighbour } from "./select-stops";

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

function targetName(t: Words<"boardState">, board: PlanBoard, to: MoveTarget): string {
  if (to.kind === "pool") return t("target.pool");
  return t("target.route", { number: String(board.routes.find((route) => route.id === to.routeId)?.number ?? "?") });
}

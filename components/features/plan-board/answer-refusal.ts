import type { MoveRefusal, MoveTarget } from "@/server/domain/plan/move-stops";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { ActionParts, BoardActions } from "./board-actions";
import type { BoardIntent } from "./board-state/board-intent";
import { newMutationId } from "./board-state/mutation-id";
import { describeMoveRefusal } from "./describe-refusal";

/** Refused because nobody has looked at it, or not at what it would be now. */
export function isForPreview(reason: unknown): boolean {
  return reason === "needs-confirmation" || reason === "changed-since-preview";
}

/** What may be tried where the server has refused an edit: the same, the route's best place, or from where things are now. */
type Retry = "again" | "best" | "fromThere";

/** Which of these helps against a refusal with this code. */
export function retryOf(intent: BoardIntent, code: string): Retry {
  if (intent.kind !== "move" || code === "network" || code === "internal") return "again";
  return code === "stale" ? "fromThere" : intent.move.to.kind === "position" ? "best" : "again";
}

/** Does what was refused once more, this way. */
export function repeat(parts: ActionParts, actions: BoardActions, intent: BoardIntent, how: Retry): void {
  if (intent.kind !== "move") parts.queue().submit({ ...intent, mutationId: newMutationId() });
  else if (how === "best" && intent.move.to.kind === "position")
    actions.move(intent.move.visitIds, { kind: "best", routeId: intent.move.to.routeId }, intent.move.overrideLocks);
  else actions.move(intent.move.visitIds, intent.move.to, intent.move.overrideLocks);
}

/** Behind a stop that has left the route nothing can be put: then the best place of the route is meant. */
export function stillPossible(to: MoveTarget, truths: readonly PlaceTruth[]): MoveTarget {
  const isLost = to.kind === "position" && truths.some((truth) => truth.visitId === to.afterVisitId);
  return isLost ? { kind: "best", routeId: to.routeId } : to;
}

/** Says why a move cannot be, and offers what can: over the lock, or the route's best place. */
export function reportMoveRefusal(
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

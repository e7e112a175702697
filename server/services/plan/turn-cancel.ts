import "server-only";
import type { Tx } from "@/db/client";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { LegSource } from "@/server/domain/plan/board-legs";
import { type CancelPlan, cancelOrders } from "@/server/domain/plan/cancel-orders";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { type TurnOutcome, turnEdit } from "@/server/domain/plan/turn-edit";
import type { CommandScope } from "../kernel/command";
import { bringBackInPlan, cancelInPlan, ordersChanged } from "./cancel-in-plan";
import { moveRefused, routesAndVisitsOf } from "./edit-outcome";
import type { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { turnRefused } from "./turn-refused";

type CancelInverse = PlanEditInverse & { readonly kind: "cancel" };

interface TurnOptions {
  readonly asNewChange?: boolean;
  readonly overrideLocks?: boolean;
}

/** Brings cancelled orders back to where they were, or cancels them again. Refuses when they are not as the edit left them. */
export async function turnCancel(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  inverse: CancelInverse,
  input: TurnOptions & { readonly mutationId: string; readonly confirmed: readonly SeenRoute[] },
) {
  const { tx, actor, prepared } = scope;
  const partial = await openCancelled(tx, actor.organizationId, plan, inverse, { isLocked: true, now: scope.now });
  partial.book.addMissing(prepared);
  const { board } = partial;
  const { mutationId, confirmed } = input;
  const asked = { mutationId, confirmed };
  if (!inverse.isCancelled) {
    const again = cancelAgain(board, inverse);
    const saved = await cancelInPlan(scope, partial, again, { ...asked, reason: "" });
    return { patch: saved.patch, shapes: saved.shapes, events: saved.events, inverse: again.inverse };
  }
  const outcome = bringBack(board, inverse, partial.book.source(board), input);
  if (!outcome.ok) throw await turnRefused(tx, actor, plan.id, outcome.refusal);
  const { deliveryIds, placements } = inverse;
  const saved = await bringBackInPlan(scope, partial, { deliveryIds, sequences: outcome.sequences }, asked);
  const turned: CancelInverse = { kind: "cancel", isCancelled: false, deliveryIds, placements };
  return { patch: saved.patch, shapes: saved.shapes, events: saved.events, inverse: turned };
}

/** What a cancellation, or its undoing, is about, cancelled orders among it. */
export function openCancelled(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  inverse: CancelInverse,
  { isLocked, now }: { readonly isLocked: boolean; readonly now: Date },
) {
  const options = { isLocked, now, withCancelled: inverse.isCancelled };
  return openRoutes(tx, organizationId, plan, routesAndVisitsOf(inverse), options);
}

/** Where the orders go back to: where they were, as far as that is still there. */
export function bringBack(
  board: PlanBoard,
  { deliveryIds, placements, reloads }: CancelInverse,
  legs: LegSource,
  options: TurnOptions,
): TurnOutcome {
  const here = new Set([...board.visits.values()].map(({ deliveryId }) => deliveryId));
  const gone = deliveryIds.filter((deliveryId) => !here.has(deliveryId));
  if (gone.length > 0) throw ordersChanged(gone.length);
  const leftAt = placements.map(({ visitId }) => ({ visitId, routeId: null }));
  return turnEdit(board, { kind: "place", placements, leftAt, ...(reloads && { reloads }) }, legs, options);
}

/** The cancellation once more, on the day as it is now. */
export function cancelAgain(board: PlanBoard, { placements, deliveryIds }: CancelInverse): CancelPlan {
  const visitIds = placements.map(({ visitId }) => visitId).filter((visitId) => board.visits.has(visitId));
  const again = cancelOrders(board, visitIds);
  const [refusal] = again.refused;
  if (refusal) throw moveRefused(refusal, board);
  const missing = deliveryIds.length - again.deliveryIds.length;
  if (missing > 0) throw ordersChanged(missing);
  return again;
}

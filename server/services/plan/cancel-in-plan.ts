import "server-only";
import { cancelDeliveries, reviveDeliveries } from "@/db/queries/order/cancel-deliveries";
import { touchPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CancelPlan } from "@/server/domain/plan/cancel-orders";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { EditSummary } from "@/server/domain/plan/edit-summary";
import { partVisits } from "@/server/domain/plan/join-visits";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import { boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import type { PartialBoard } from "./load-board";
import type { SavedSequences } from "./save-sequences";
import { statusEvent } from "./save-sequences";

type ChangeScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

interface Asked {
  readonly mutationId: string;
  readonly confirmed: readonly SeenRoute[];
}

/** Cancels orders whose rows are held, takes their stops off the routes, and tells the drivers who hold one of those. */
export async function cancelInPlan(
  scope: ChangeScope,
  partial: PartialBoard,
  { deliveryIds, visitIds, sequences }: CancelPlan,
  { reason, ...asked }: Asked & { readonly reason: string },
): Promise<SavedSequences> {
  const { tx, actor, now } = scope;
  const { board } = partial;
  const statusOf = new Map(
    visitIds.map((visitId) => {
      const { deliveryId, status } = boardVisit(board, visitId);
      return [deliveryId, status];
    }),
  );
  // Before the routes: what is cancelled does not become unplanned when it leaves them.
  await cancelDeliveries(tx, actor.organizationId, deliveryIds, now);
  const saved = await saveRoutes(scope, { ...partial, board: partVisits(board, visitIds) }, sequences, visitIds, asked);
  // What they were joined with may be on a route that loses no stop.
  if (visitIds.some((visitId) => boardVisit(board, visitId).joined)) {
    await scope.enqueue("measure-routes", { planId: board.plan.id });
  }
  const events = deliveryIds.map(
    (id): DomainEvent => ({
      ...statusEvent(board, { id, before: statusOf.get(id)!, after: "cancelled" }, asked.mutationId),
      ...(reason !== "" && { data: { reason } }),
    }),
  );
  return { ...saved, patch: { ...saved.patch, removedVisitIds: visitIds }, events: [...saved.events, ...events] };
}

/** Has cancelled orders made after all, and puts their stops where the sequences say. Refuses when one is not cancelled. */
export async function bringBackInPlan(
  scope: ChangeScope,
  partial: PartialBoard,
  { deliveryIds, sequences }: { readonly deliveryIds: readonly string[]; readonly sequences: readonly RouteSequence[] },
  asked: Asked,
): Promise<SavedSequences> {
  const { tx, actor, now } = scope;
  const { board } = partial;
  const revived = await reviveDeliveries(tx, actor.organizationId, deliveryIds, now);
  const count = deliveryIds.length - revived.length;
  if (count > 0) throw ordersChanged(count);
  const wanted = new Set(deliveryIds);
  const doors = [...board.visits.values()].filter(({ deliveryId }) => wanted.has(deliveryId));
  const visitIds = doors.map(({ id }) => id);
  const saved = await saveRoutes(scope, partial, sequences, visitIds, asked);
  const told = new Set(saved.patch.visits.map(({ id }) => id));
  const visits = [...saved.patch.visits, ...doors.filter(({ id }) => !told.has(id))];
  const events = deliveryIds.map((id) =>
    statusEvent(board, { id, before: "cancelled", after: "requested" }, asked.mutationId),
  );
  return { ...saved, patch: { ...saved.patch, visits }, events: [...events, ...saved.events] };
}

/** Some of the orders are not what they were. */
export function ordersChanged(count: number): ServiceError {
  const what = count === 1 ? "One order has" : `${count} orders have`;
  return new ServiceError("stale", `${what} been planned, sent or changed since.`, { reason: "orders-changed", count });
}

/** What a cancellation is called on the undo stack. */
export function cancelSummary(board: Pick<PlanBoard, "visits">, { deliveryIds, visitIds }: CancelPlan): EditSummary {
  const { externalId, name } = boardVisit(board, visitIds[0]!);
  return {
    kind: "cancel",
    orders: deliveryIds.length,
    name: deliveryIds.length === 1 ? externalId || name || null : null,
  };
}

async function saveRoutes(
  scope: ChangeScope,
  partial: PartialBoard,
  sequences: readonly RouteSequence[],
  movedVisitIds: readonly string[],
  asked: Asked,
): Promise<SavedSequences> {
  if (sequences.length > 0) return changeRoutes(scope, partial, { sequences, movedVisitIds, ...asked });
  const { plan } = partial.board;
  const planVersion = await touchPlan(scope.tx, scope.actor.organizationId, plan.id, scope.now);
  const nothing = { routes: [], removedRouteIds: [], visits: [], removedVisitIds: [] };
  return { patch: { planVersion, planStatus: plan.status, ...nothing }, shapes: [], events: [], isGuessed: false };
}

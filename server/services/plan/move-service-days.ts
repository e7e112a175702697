import "server-only";
import { loadDayMoveOrders, saveServiceDays } from "@/db/queries/order/service-day";
import { findPlanOfDay } from "@/db/queries/plan/find-plan";
import { lockDeliveryRows } from "@/db/queries/plan/load-visits";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import {
  type DayMoveOrder,
  type DayMoveRefusal,
  type MovedOrder,
  moveServiceDay,
} from "@/server/domain/plan/move-service-day";
import type { DayMove, PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";

/** What became of one order. */
export interface DayMoveVerdict {
  readonly deliveryId: string;
  /** Null: it has moved. */
  readonly refusal: DayMoveRefusal | null;
}

export interface DecidedDayMoves {
  readonly verdicts: readonly DayMoveVerdict[];
  readonly moved: readonly { readonly order: DayMoveOrder; readonly after: MovedOrder }[];
}

/** An order's way, or why it has none. */
export type DayMovePlan = (order: DayMoveOrder) => Omit<DayMove, "deliveryId"> | DayMoveRefusal;

/**
 * Holds the orders and says of each whether it may move; nothing is changed yet. `mayBeOnRoute`: it is taken off its route
 * first.
 */
export async function decideDayMoves(
  { tx, actor }: Pick<CommandScope<unknown>, "tx" | "actor">,
  projectId: string,
  deliveryIds: readonly string[],
  planOf: DayMovePlan,
  { mayBeOnRoute = false }: { readonly mayBeOnRoute?: boolean } = {},
): Promise<DecidedDayMoves> {
  const { organizationId } = actor;
  const ids = [...new Set(deliveryIds)];
  await lockDeliveryRows(tx, organizationId, ids);
  const stored = await loadDayMoveOrders(tx, organizationId, ids);
  const orders = mayBeOnRoute ? stored.map(offRoute) : stored;
  const byId = new Map(orders.map((order) => [order.id, order]));
  const moved: { order: DayMoveOrder; after: MovedOrder }[] = [];
  const verdicts = ids.map((deliveryId): DayMoveVerdict => {
    const order = byId.get(deliveryId);
    const plan = order ? planOf(order) : "unknown";
    if (!order || typeof plan === "string") return { deliveryId, refusal: plan as DayMoveRefusal };
    const outcome = moveServiceDay(order, projectId, plan);
    if (!outcome.ok) return { deliveryId, refusal: outcome.refusal };
    moved.push({ order, after: outcome.moved });
    return { deliveryId, refusal: null };
  });
  return { verdicts, moved };
}

function offRoute(order: DayMoveOrder): DayMoveOrder {
  return { ...order, doors: order.doors.map((door) => ({ ...door, isOnRoute: false })) };
}

/** Saves what was decided; answers with the log's entries and what takes it back. Refuses days that are closed. */
export async function saveDayMoves(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  planId: string,
  mutationId: string,
  { moved }: DecidedDayMoves,
): Promise<{ events: DomainEvent[]; inverse: PlanEditInverse & { kind: "service-day" } }> {
  await refuseClosedDays(tx, actor.organizationId, moved);
  await saveServiceDays(
    tx,
    actor.organizationId,
    moved.map(({ after }) => after),
    now,
  );
  return {
    events: moved.map(({ order, after }) => ({
      type: "delivery.changed",
      entity: "delivery",
      entityId: order.id,
      planId,
      mutationId,
      before: { serviceDate: order.serviceDate, rolledOverFrom: order.rolledOverFrom },
      after: { serviceDate: after.serviceDate, rolledOverFrom: after.rolledOverFrom },
    })),
    inverse: {
      kind: "service-day",
      deliveries: moved.map(({ order, after }) => ({
        deliveryId: order.id,
        fromDate: after.serviceDate,
        toDate: order.serviceDate!,
        promise: after.windows.length > 0 ? ("move" as const) : ("leave" as const),
      })),
      visitIds: moved.flatMap(({ order }) => order.doors.map((door) => door.visitId)),
    },
  };
}

async function refuseClosedDays(
  tx: CommandScope<unknown>["tx"],
  organizationId: string,
  moved: DecidedDayMoves["moved"],
): Promise<void> {
  const days = new Map(moved.map(({ order, after }) => [after.serviceDate, order.projectId]));
  for (const [date, projectId] of days) {
    const plan = await findPlanOfDay(tx, organizationId, projectId, date);
    if (plan?.status === "closed") throw new ServiceError("refused", "That day is closed.", { reason: "day-closed" });
  }
}

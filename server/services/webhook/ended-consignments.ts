import "server-only";
import { completeConsignments as complete, lockEndedConsignments } from "@/db/queries/consignment/consignments";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import type { LoggedEvent } from "@/server/domain/webhook/messages-of-event";
import type { CommandScope } from "../kernel/command";

const OVER: ReadonlySet<unknown> = new Set(TERMINAL_DELIVERY_STATUSES);

/** The consignments whose last door these entries of the log say is over; each is said once. */
export async function endedConsignments(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  events: readonly LoggedEvent[],
): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const ended = events.filter(({ type, after }) => type === "delivery.changed" && OVER.has(after?.status));
  const deliveryIds = [...new Set(ended.map(({ entityId }) => entityId))];
  const rows = await lockEndedConsignments(tx, organizationId, deliveryIds);
  if (rows.length === 0) return [];
  await complete(
    tx,
    organizationId,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map(({ id, projectId, driverId }) => ({
    type: "consignment.completed",
    entity: "consignment",
    entityId: id,
    data: { driverId },
    after: { projectId },
  }));
}

import "server-only";
import { deleteDeliveryRows, removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import { findWithdrawn } from "@/db/queries/order/own-deliveries";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { CommandScope } from "../kernel/command";
import { withdrawHandovers } from "../partner/take-back-deliveries";
import { partDeliveries } from "./save-joins";

type DeletingScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue" | "enqueueAll">;

/**
 * Deletes locked deliveries that are on no route any more, with the places nothing else goes to; partners who have them, or
 * are being offered them, are told, and what was joined with them is by itself. What its sender had taken back is noted as such: to those outside it was gone then.
 */
export async function deleteForGood(
  scope: DeletingScope,
  gone: readonly StoredDelivery[],
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const ids = gone.map(({ id }) => id);
  if (ids.length === 0) return [];
  const withdrawn = new Set(await findWithdrawn(tx, organizationId, ids));
  const takenBack = await withdrawHandovers(scope, ids);
  const parted = await partDeliveries(scope, gone);
  await deleteDeliveryRows(tx, organizationId, ids);
  const locationIds = gone.flatMap(({ visits }) => visits.map(({ locationId }) => locationId));
  await removeUnusedLocations(tx, organizationId, locationIds);
  const deleted = gone.map(
    ({ id, input, projectId, status }): DomainEvent => ({
      type: "delivery.deleted",
      entity: "delivery",
      entityId: id,
      before: { ...input, projectId, status },
      ...(withdrawn.has(id) && { data: { wasWithdrawn: true } }),
    }),
  );
  const left = parted.filter(({ entityId }) => !ids.includes(entityId));
  return [...takenBack, ...left, ...deleted];
}

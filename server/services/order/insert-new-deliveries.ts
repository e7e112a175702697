import "server-only";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { insertDeliveryRows } from "@/db/queries/order/insert-deliveries";
import { deliveryItem, deliveryVisit } from "@/db/schema/delivery";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { deliveryColumns, itemColumns, visitColumns, visitsOf } from "@/server/domain/order/delivery-rows";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import type { CommandScope } from "../kernel/command";
import { makeLocations } from "../location/make-locations";

/** What saving deliveries needs of a command. */
export type SaveScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

export interface InsertedDeliveries {
  /** Ids in the order of the inputs; null where the number was taken by somebody else in this moment. */
  readonly ids: readonly (string | null)[];
  readonly events: readonly DomainEvent[];
}

/** Inserts checked deliveries with their doors, locations and items;
 * numbers go in sorted, so that two bulk writers never wait for each other. */
export async function insertNewDeliveries(
  scope: SaveScope,
  creations: readonly { readonly projectId: string; readonly input: DeliveryInput }[],
): Promise<InsertedDeliveries> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  if (creations.length === 0) return { ids: [], events: [] };
  const made = creations.map((creation) => ({ id: scope.newId(), ...creation }));
  const rows = made.map(({ id, projectId, input }) => ({
    organizationId,
    id,
    projectId,
    status: "requested" as const,
    ...deliveryColumns(input),
    createdAt: now,
    updatedAt: now,
  }));
  const inserted = await insertDeliveryRows(
    tx,
    rows.sort((a, b) => compare(a.externalId ?? "", b.externalId ?? "")),
  );
  const kept = made.filter(({ id }) => inserted.has(id));
  const doors = kept.flatMap(({ id, input }) => visitsOf(input).map(({ role, visit }) => ({ id, role, visit })));
  const locationIds = await makeLocations(
    scope,
    doors.map(({ visit }) => visit),
  );
  const visits = doors.map(({ id, role, visit }, index) => ({
    organizationId,
    id: scope.newId(),
    deliveryId: id,
    role,
    locationId: locationIds[index]!,
    ...visitColumns(visit),
  }));
  await bulkInsert(tx, deliveryVisit, visits);
  const items = kept.flatMap(({ id, input }) =>
    itemColumns(input).map((item) => ({ organizationId, id: scope.newId(), deliveryId: id, ...item })),
  );
  await bulkInsert(tx, deliveryItem, items);
  return {
    ids: made.map(({ id }) => (inserted.has(id) ? id : null)),
    events: kept.map(({ id, projectId, input }) => createdEvent(id, projectId, input)),
  };
}

function createdEvent(entityId: string, projectId: string, input: DeliveryInput): DomainEvent {
  const { externalId = null, serviceDate = null, kind } = input;
  return {
    type: "delivery.created",
    entity: "delivery",
    entityId,
    after: { projectId, externalId, serviceDate, kind },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

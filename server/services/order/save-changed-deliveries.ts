import "server-only";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { deleteItemsOf, deleteVisits, removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import { delivery, deliveryItem, deliveryVisit } from "@/db/schema/delivery";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { deliveryColumns, itemColumns, visitColumns, visitsOf } from "@/server/domain/order/delivery-rows";
import type { DeliveryInput, VisitInput } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { StoredDelivery, StoredVisit } from "@/server/domain/order/stored-delivery";
import { makeLocations } from "../location/make-locations";
import type { SaveScope } from "./insert-new-deliveries";
import { partDeliveries } from "./save-joins";

/** A locked delivery and what it becomes; `decideChange` has allowed it. */
export interface DeliveryChange {
  readonly existing: StoredDelivery;
  readonly next: DeliveryInput;
}

/**
 * Saves changes of locked deliveries: ids of deliveries and kept doors stay, so routes keep pointing at them. What becomes
 * another kind is parted from what it was joined with.
 */
export async function saveChangedDeliveries(
  scope: SaveScope,
  changes: readonly DeliveryChange[],
): Promise<DomainEvent[]> {
  if (changes.length === 0) return [];
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const rows = changes.map(({ existing, next }) => ({
    id: existing.id,
    ...deliveryColumns(next),
    version: existing.version + 1,
    updatedAt: now,
  }));
  await bulkUpdate(tx, delivery, organizationId, rows);
  await saveDoors(scope, changes);
  await saveItems(scope, changes);
  const planIds = new Set(changes.flatMap(({ existing }) => (existing.route ? [existing.route.planId] : [])));
  for (const planId of planIds) await scope.enqueue("measure-routes", { planId });
  const otherKind = changes.filter(({ existing, next }) => existing.joinedWithId && existing.input.kind !== next.kind);
  const parted = otherKind.map(({ existing }) => existing);
  return [...changes.map(changedEvent), ...(parted.length > 0 ? await partDeliveries(scope, parted) : [])];
}

async function saveDoors(scope: SaveScope, changes: readonly DeliveryChange[]): Promise<void> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const doors = changes.flatMap(({ existing, next }) =>
    visitsOf(next).map(({ role, visit }) => {
      const stored = existing.visits.find((each) => each.role === role);
      const isElsewhere = !stored || hasMoved(existing.input[role], visit);
      return { deliveryId: existing.id, role, visit, stored, isElsewhere };
    }),
  );
  const moved = doors.filter(({ isElsewhere }) => isElsewhere);
  const newIds = await makeLocations(
    scope,
    moved.map(({ visit }) => visit),
  );
  const locationIds = new Map(moved.map((door, index) => [door, newIds[index]!]));
  const kept = doors.filter((door): door is typeof door & { stored: StoredVisit } => door.stored !== undefined);
  const keptRows = kept.map((door) => ({
    id: door.stored.id,
    locationId: locationIds.get(door) ?? door.stored.locationId,
    ...visitColumns(door.visit),
  }));
  await bulkUpdate(tx, deliveryVisit, organizationId, keptRows);
  const gone = changes.flatMap(({ existing, next }) => existing.visits.filter(({ role }) => !next[role]));
  await deleteVisits(
    tx,
    organizationId,
    gone.map(({ id }) => id),
  );
  const addedRows = doors
    .filter(({ stored }) => !stored)
    .map((door) => ({
      organizationId,
      id: scope.newId(),
      deliveryId: door.deliveryId,
      role: door.role,
      locationId: locationIds.get(door)!,
      ...visitColumns(door.visit),
    }));
  await bulkInsert(tx, deliveryVisit, addedRows);
  const left = [...gone, ...kept.filter(({ isElsewhere }) => isElsewhere).map(({ stored }) => stored)];
  await removeUnusedLocations(
    tx,
    organizationId,
    left.map(({ locationId }) => locationId),
  );
}

function hasMoved(before: VisitInput | undefined, after: VisitInput): boolean {
  return !sameJson(before?.address, after.address) || !sameJson(before?.position, after.position);
}

async function saveItems(scope: SaveScope, changes: readonly DeliveryChange[]): Promise<void> {
  const { tx, actor } = scope;
  const changed = changes.filter(({ existing, next }) => !sameJson(existing.input.items, next.items));
  await deleteItemsOf(
    tx,
    actor.organizationId,
    changed.map(({ existing }) => existing.id),
  );
  const rows = changed.flatMap(({ existing, next }) =>
    itemColumns(next).map((item) => ({
      organizationId: actor.organizationId,
      id: scope.newId(),
      deliveryId: existing.id,
      ...item,
    })),
  );
  await bulkInsert(tx, deliveryItem, rows);
}

function changedEvent({ existing, next }: DeliveryChange): DomainEvent {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(existing.input), ...Object.keys(next)]) as Set<keyof DeliveryInput>) {
    if (sameJson(existing.input[key], next[key])) continue;
    before[key] = existing.input[key] ?? null;
    after[key] = next[key] ?? null;
  }
  return {
    type: "delivery.changed",
    entity: "delivery",
    entityId: existing.id,
    ...(existing.route && { planId: existing.route.planId }),
    before,
    after,
  };
}

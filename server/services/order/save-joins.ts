import "server-only";
import { type DeliveryJoin, deleteJoins, findJoins, insertJoins } from "@/db/queries/order/delivery-joins";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { SaveScope } from "./insert-new-deliveries";

/** With which other one a delivery is to be made by one van; null: with none. */
export interface JoinWish {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly joinedWithId: string | null;
}

/**
 * Parts and joins deliveries, all of which are held with those they are joined with now; that they may be is decided. Who
 * is parted from another is joined with nobody, unless he is named too. The days they are planned on are timed anew.
 */
export async function saveJoins(
  scope: SaveScope,
  wishes: readonly JoinWish[],
  held: readonly StoredDelivery[],
): Promise<DomainEvent[]> {
  if (wishes.length === 0) return [];
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const ids = wishes.flatMap(({ id, joinedWithId }) => [id, ...(joinedWithId === null ? [] : [joinedWithId])]);
  const before = await findJoins(tx, organizationId, ids);
  const named = wishes.filter(({ joinedWithId }) => joinedWithId !== null).map(joinOf);
  const wanted = [...new Map(named.map((join) => [join.pickupId, join])).values()];
  const parted = before.filter((join) => !wanted.some((each) => sameJson(each, join)));
  const joined = wanted.filter((join) => !before.some((each) => sameJson(each, join)));
  await deleteJoins(tx, organizationId, parted);
  await insertJoins(tx, organizationId, joined);
  return tellJoins(scope, parted, joined, held);
}

/** Parts deliveries that are held from those they are joined with. */
export async function partDeliveries(scope: SaveScope, held: readonly StoredDelivery[]): Promise<DomainEvent[]> {
  const ids = held.map(({ id }) => id);
  const parted = await findJoins(scope.tx, scope.actor.organizationId, ids);
  await deleteJoins(scope.tx, scope.actor.organizationId, parted);
  return tellJoins(scope, parted, [], held);
}

function joinOf({ id, kind, joinedWithId }: JoinWish): DeliveryJoin {
  return kind === "pickup" ? { pickupId: id, dropoffId: joinedWithId! } : { pickupId: joinedWithId!, dropoffId: id };
}

async function tellJoins(
  scope: SaveScope,
  parted: readonly DeliveryJoin[],
  joined: readonly DeliveryJoin[],
  held: readonly StoredDelivery[],
): Promise<DomainEvent[]> {
  const [before, after] = [othersOf(parted), othersOf(joined)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const known = new Map(held.map((each) => [each.id, each]));
  const others = ids.filter((id) => !known.has(id));
  for (const each of await loadDeliveries(scope.tx, scope.actor.organizationId, others)) known.set(each.id, each);
  const planIds = new Set(ids.flatMap((id) => known.get(id)?.route?.planId ?? []));
  for (const planId of planIds) await scope.enqueue("measure-routes", { planId });
  return ids.map((id): DomainEvent => {
    const planId = known.get(id)?.route?.planId;
    return {
      type: "delivery.changed",
      entity: "delivery",
      entityId: id,
      ...(planId !== undefined && { planId }),
      before: { joinedWithId: before.get(id) ?? null },
      after: { joinedWithId: after.get(id) ?? null },
    };
  });
}

/** From each half of a pair to the other one. */
function othersOf(joins: readonly DeliveryJoin[]): Map<string, string> {
  return new Map(
    joins.flatMap(({ pickupId, dropoffId }) => [
      [pickupId, dropoffId],
      [dropoffId, pickupId],
    ]),
  );
}

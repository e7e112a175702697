import "server-only";
import { setWithPartner, withdrawOpenHandovers } from "@/db/queries/partner/handovers";
import { stopRounds } from "@/db/queries/partner/rounds";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { CommandScope } from "../kernel/command";

type TakeBackScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueueAll">;

/**
 * Withdraws what partners have, or are being offered, of these deliveries, and stops the rounds they are in, be it between two
 * partners; whoever has to know is told once this has been saved. The caller has locked the deliveries and says what becomes
 * of them.
 */
export async function withdrawHandovers(
  { tx, actor: { organizationId }, now, enqueueAll }: TakeBackScope,
  deliveryIds: readonly string[],
): Promise<readonly DomainEvent[]> {
  const stopped = await stopRounds(tx, organizationId, deliveryIds, now);
  const withdrawn = await withdrawOpenHandovers(tx, organizationId, deliveryIds, now);
  await enqueueAll(
    "cancel-handover",
    withdrawn.map(({ id, partnerId, reference, manifestId }) => ({
      handoverId: id,
      withdrawn: { partnerId, reference, manifestId },
    })),
  );
  const ended = withdrawn.map(
    ({ id, partnerId, deliveryId }): DomainEvent => ({
      type: "partner.withdrawn",
      entity: "partner",
      entityId: partnerId,
      data: { deliveryId, handoverId: id },
    }),
  );
  const isSaid = new Set(withdrawn.map(({ deliveryId }) => deliveryId));
  const betweenPartners = stopped.filter(({ deliveryId }) => !isSaid.has(deliveryId));
  return [
    ...ended,
    ...betweenPartners.map(
      ({ id, deliveryId }): DomainEvent => ({
        type: "partner.round-stopped",
        entity: "delivery",
        entityId: deliveryId,
        data: { roundId: id },
      }),
    ),
  ];
}

/**
 * Takes a locked delivery back from its partner, if one has it, so that it waits to be planned like any; a round it is in is
 * stopped, and nobody else is asked.
 */
export async function takeBackDelivery(
  scope: TakeBackScope,
  { id, status, partnerId }: Pick<StoredDelivery, "id" | "status" | "partnerId">,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const events = await withdrawHandovers(scope, [id]);
  if (partnerId === null) return events;
  await setWithPartner(tx, actor.organizationId, id, { status: "requested", partnerId: null, now });
  const change = { before: { status }, after: { status: "requested" } };
  return [...events, { type: "delivery.changed", entity: "delivery", entityId: id, ...change }];
}

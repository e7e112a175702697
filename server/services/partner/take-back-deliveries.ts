import "server-only";
import { setWithPartner, stopRound, withdrawOpenHandovers } from "@/db/queries/partner/handovers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { CommandScope } from "../kernel/command";

type TakeBackScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueueAll">;

/** So long after an offer has come to nothing its round may go on, be it that a process has died meanwhile. */
const ROUND_MS = 10 * 60_000;

/**
 * Withdraws what partners have, or are being offered, of these deliveries; they are told once this has been saved. The
 * caller has locked the deliveries and says what becomes of them.
 */
export async function withdrawHandovers(
  { tx, actor: { organizationId }, now, enqueueAll }: TakeBackScope,
  deliveryIds: readonly string[],
): Promise<readonly DomainEvent[]> {
  const withdrawn = await withdrawOpenHandovers(tx, organizationId, deliveryIds, now);
  await enqueueAll(
    "cancel-handover",
    withdrawn.map(({ id, partnerId, reference, manifestId }) => ({
      handoverId: id,
      withdrawn: { partnerId, reference, manifestId },
    })),
  );
  return withdrawn.map(({ id, partnerId, deliveryId }) => ({
    type: "partner.withdrawn",
    entity: "partner",
    entityId: partnerId,
    data: { deliveryId, handoverId: id },
  }));
}

/**
 * Takes a locked delivery back from its partner, if one has it, so that it waits to be planned like any; between two
 * partners, nobody else is asked.
 */
export async function takeBackDelivery(
  scope: TakeBackScope,
  { id, status, partnerId }: Pick<StoredDelivery, "id" | "status" | "partnerId">,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const stopped = await stopRound(tx, actor.organizationId, id, new Date(now.getTime() - ROUND_MS));
  const events = [...(await withdrawHandovers(scope, [id])), ...(stopped ? [roundStopped(id, stopped)] : [])];
  if (partnerId === null) return events;
  await setWithPartner(tx, actor.organizationId, id, { status: "requested", partnerId: null, now });
  const change = { before: { status }, after: { status: "requested" } };
  return [...events, { type: "delivery.changed", entity: "delivery", entityId: id, ...change }];
}

function roundStopped(deliveryId: string, { id, partnerId }: { readonly id: string; readonly partnerId: string }) {
  const data = { deliveryId, handoverId: id };
  return { type: "partner.round-stopped" as const, entity: "partner" as const, entityId: partnerId, data };
}

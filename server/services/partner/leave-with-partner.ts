import "server-only";
import type { Tx } from "@/db/client";
import { type HandoverRow, setWithPartner, updateHandover } from "@/db/queries/partner/handovers";
import { findOpenRound } from "@/db/queries/partner/rounds";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { CommandScope } from "../kernel/command";

/** True where a locked delivery that was taken back waits with us: on no route, with no partner, offered to none, not over. */
export async function mayBeLeft(
  tx: Tx,
  organizationId: string,
  { id, status, route, partnerId }: Pick<StoredDelivery, "id" | "status" | "route" | "partnerId">,
): Promise<boolean> {
  if (status !== "requested" || route || partnerId !== null) return false;
  return (await findOpenRound(tx, organizationId, id)) === undefined;
}

/** Gives a locked delivery that was taken back to its partner again, who says that he keeps it. */
export async function leaveWithPartner(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  { id: handoverId, partnerId, deliveryId, cancelWords, answeredAt }: HandoverRow,
): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const his = { status: "accepted", cancelState: null, cancelWords: "", endedAt: null } as const;
  const since = { answeredAt: answeredAt ?? now, keptAt: now, updatedAt: now };
  await updateHandover(tx, organizationId, handoverId, { ...his, ...since });
  await setWithPartner(tx, organizationId, deliveryId, { status: "assigned", partnerId, now });
  const data = { deliveryId, handoverId, ...(cancelWords && { note: cancelWords }) };
  return [
    { type: "partner.left-with", entity: "partner", entityId: partnerId, data },
    {
      type: "delivery.changed",
      entity: "delivery",
      entityId: deliveryId,
      data: { partnerId },
      before: { status: "requested" },
      after: { status: "assigned" },
    },
  ];
}

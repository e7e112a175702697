import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { fault, type OrderFault } from "../wire/codes";
import type { OrderRequest } from "../wire/order";
import { findOrders } from "./find-orders";

export type Relation = { readonly joinedWithId?: string | null } | { readonly fault: OrderFault };

/**
 * The orders that orders are linked to: nothing where nothing is said, null where none is to be. A pickup goes with a
 * delivery. What another program made as one delivery of two doors stays that.
 */
export async function relationOf(
  services: ServiceContext,
  meant: readonly { readonly request: OrderRequest; readonly existing: FoundDoor | undefined }[],
): Promise<Relation[]> {
  const named = meant.map(({ request: { relatedId, relatedOrderNo } }) =>
    relatedId ? { id: relatedId } : relatedOrderNo ? { orderNo: relatedOrderNo } : undefined,
  );
  const matches = await findOrders(
    services,
    named.flatMap((ref) => ref ?? []),
  );
  let next = 0;
  return meant.map(({ request, existing }, at): Relation => {
    const isPair = existing?.record.delivery.input.kind === "pair";
    if (!named[at]) {
      const isSaid = request.relatedId !== undefined || request.relatedOrderNo !== undefined;
      return isSaid && !isPair ? { joinedWithId: null } : {};
    }
    const match = matches[next++]!;
    if (match.kind === "many") return { fault: fault("ERR_RELATED_ORD_MULTIPLE") };
    if (match.kind === "fault") return { fault: fault("ERR_RELATED_ORD_MISSING") };
    const { delivery } = match.door.record;
    if (isPair && delivery.id === existing.record.delivery.id) return {};
    const type = request.type ?? (existing && typeOf(existing)) ?? "D";
    const types = [type, typeOf(match.door)].sort().join();
    if (isPair || delivery.input.kind === "pair" || types !== "D,P") return { fault: fault("ERR_RELATED_ORD_LINK") };
    return { joinedWithId: delivery.id };
  });
}

function typeOf({ record, role }: FoundDoor): "D" | "P" | "T" {
  if (record.delivery.input.kind === "task") return "T";
  return role === "pickup" ? "P" : "D";
}

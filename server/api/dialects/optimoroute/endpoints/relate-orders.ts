import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { fault, type OrderFault } from "../wire/codes";
import type { OrderRequest } from "../wire/order";
import { findOrders, idOf } from "./find-orders";

export type Relation = { readonly relatedId?: string | null } | { readonly fault: OrderFault };

/** The orders that orders are linked to: nothing where nothing is said, null where none is to be. A pickup goes with a delivery. */
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
    if (!named[at]) {
      const isSaid = request.relatedId !== undefined || request.relatedOrderNo !== undefined;
      return isSaid ? { relatedId: null } : {};
    }
    const match = matches[next++]!;
    if (match.kind === "many") return { fault: fault("ERR_RELATED_ORD_MULTIPLE") };
    if (match.kind === "fault") return { fault: fault("ERR_RELATED_ORD_MISSING") };
    const type = request.type ?? (existing && typeOf(existing)) ?? "D";
    const other = typeOf(match.door);
    const isPair = (type === "P" && other === "D") || (type === "D" && other === "P");
    return isPair ? { relatedId: idOf(match.door) } : { fault: fault("ERR_RELATED_ORD_LINK") };
  });
}

function typeOf({ record, role }: FoundDoor): "D" | "P" | "T" {
  if (record.delivery.input.kind === "task") return "T";
  return role === "pickup" ? "P" : "D";
}

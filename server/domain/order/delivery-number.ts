import type { DeliveryInput } from "./delivery-schema";

/** What its sender knows a delivery by: its own number, or that of the order it fulfils; null where it has neither. */
export function deliveryNumber({
  externalId,
  orderRef,
}: Pick<DeliveryInput, "externalId" | "orderRef">): string | null {
  return externalId ?? (orderRef || null);
}

import { foldText } from "@/server/domain/intake/fold-text";
import type { DeliveryInput } from "./delivery-schema";

const MAX_WORDS = 8;

/** What the order list's search looks in: its numbers, name, phone, e-mail and address, folded. */
export function deliverySearchText(delivery: DeliveryInput): string {
  const visits = [delivery.dropoff, delivery.pickup].filter((visit) => visit !== undefined);
  const parts = visits.flatMap(({ contact, address }) => [
    contact.name,
    contact.phone,
    contact.email,
    address.street,
    address.postcode,
    address.city,
  ]);
  return foldText([delivery.externalId ?? "", delivery.sourceId, delivery.orderRef, ...parts].join(" "));
}

/** The words of a search as they appear in a search text; none for a search without letters or digits. */
export function searchWords(search: string): string[] {
  return foldText(search).split(" ").filter(Boolean).slice(0, MAX_WORDS);
}

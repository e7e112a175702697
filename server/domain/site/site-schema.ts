import { z } from "zod";
import { splitAddressLine } from "@/server/domain/address/split-address-line";
import type { Address } from "@/server/domain/order/delivery-schema";
import { positionSchema } from "@/server/domain/order/delivery-schema";

const text = (max: number) => z.string().trim().max(max).default("");

/** A place that deliveries go to again and again. */
export const siteSchema = z.object({
  /** The number programs know it by, unique in the organization; null: none. */
  number: z.string().trim().min(1).max(120).nullable().default(null),
  name: text(200),
  /** As it was written, in one line. */
  address: text(400),
  /** Null: nobody has found it yet. */
  position: positionSchema.nullable().default(null),
  checkInSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .default(0),
  notes: text(2000),
});
export type Site = z.output<typeof siteSchema>;
export type KnownSite = Site & { readonly id: string };

const MOST_STREET = 200;

/** What a site makes of a visit there. */
export function visitAt(site: KnownSite) {
  const { id: siteId, position, checkInSeconds } = site;
  return { siteId, checkInSeconds, address: addressOf(site), ...(position && { position }) };
}

/** A site's address as a visit has it; of a place without one its name, or where it is. */
export function addressOf({ address, name, position }: Site): Address {
  const at = position ? `${position.lat}, ${position.lng}` : "?";
  const split =
    address === "" ? { street: name || at, postcode: "", city: "", country: "" } : splitAddressLine(address);
  return { ...split, street: split.street.slice(0, MOST_STREET) };
}

import { z } from "zod";
import type { LatLng } from "@/server/domain/geo";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { localDateSchema } from "@/server/domain/time/local-date";

/** A slot with the address it was offered to, which is asked for again when it is taken. */
export interface OfferedSlot {
  readonly offerId: string;
  readonly date: string;
  readonly postcode: string;
  readonly position?: LatLng | undefined;
}

const PREFIX = "slt_";
const codedSchema = z.tuple([
  z.uuid(),
  localDateSchema,
  z.string().max(20),
  z.number().nullable(),
  z.number().nullable(),
]);

export function slotIdOf({ offerId, date, postcode, position }: OfferedSlot): string {
  const coded = [offerId, date, postcode, position?.lat ?? null, position?.lng ?? null];
  return PREFIX + Buffer.from(JSON.stringify(coded)).toString("base64url");
}

/** Inverse of `slotIdOf`; undefined for what was never offered. */
export function slotOfId(text: string): (OfferedSlot & { readonly key: string }) | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const coded = codedSchema.safeParse(jsonOf(Buffer.from(text.slice(PREFIX.length), "base64url").toString("utf8")));
  if (!coded.success) return undefined;
  const [offerId, date, postcode, lat, lng] = coded.data;
  const position = lat === null || lng === null ? undefined : { lat, lng };
  return { offerId, date, postcode, position, key: slotKey({ offerId, date }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

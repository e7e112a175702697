import { z } from "zod";
import type { Metadata } from "@/server/domain/order/delivery-schema";

/** The key of this dialect among a row's extensions. */
const KEY = "lastmile";

const sentSchema = z.record(z.string(), z.json());
const extensionSchema = z.object({
  /** Doors as they were sent: what of them the core has no word for is handed back. */
  pickup: sentSchema.optional(),
  dropoff: sentSchema.optional(),
  /** Litres of each package. */
  volumes: z.array(z.number().nullable()).optional(),
});
/** What this API keeps with a delivery only to hand it back. */
export type Extension = z.infer<typeof extensionSchema>;

export function extensionOf(extensions: Metadata): Extension {
  return extensionSchema.safeParse(extensions[KEY]).data ?? {};
}

export function asExtensions(extension: Extension): Metadata {
  return { [KEY]: extension as z.output<typeof sentSchema> };
}

import { z } from "zod";
import type { Metadata } from "@/server/domain/order/delivery-schema";

/** The key of this dialect among a row's extensions. */
const KEY = "lastmile";

/** What is kept as JSON is JSON: looking at each value of it once more was the dearest part of saying a delivery. */
const sentSchema = z.custom<Record<string, z.core.util.JSONType>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
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

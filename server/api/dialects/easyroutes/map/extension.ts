import { z } from "zod";
import type { Metadata } from "@/server/domain/order/delivery-schema";
import { DELIVERY_STATUSES, type DeliveryStatusWire } from "../wire/route";
import { type StopToImport, stopToImportSchema } from "../wire/stop";

/** The key of this dialect among a delivery's extensions. */
export const DIALECT = "easyroutes";

const extensionSchema = z.object({
  /** The stop as it was imported: what of it the core has no word for is handed back. */
  sent: stopToImportSchema.optional().catch(undefined),
  /** How long it was then assumed to take, where nobody had said it. */
  serviceSeconds: z.number().optional().catch(undefined),
  /** What it was said to be when it was put on a route. */
  said: z
    .object({ routeId: z.string(), status: z.enum(DELIVERY_STATUSES) })
    .optional()
    .catch(undefined),
});
/** What this API keeps with a delivery only to hand it back. */
export type Extension = z.output<typeof extensionSchema>;

export function extensionOf(extensions: Metadata): Extension {
  return extensionSchema.safeParse(extensions[DIALECT]).data ?? {};
}

export function asExtensions(sent: StopToImport, serviceSeconds: number): Metadata {
  return { [DIALECT]: { sent: JSON.parse(JSON.stringify(sent)), serviceSeconds } };
}

export function saidOf(routeId: string, status: DeliveryStatusWire) {
  return { said: { routeId, status } };
}

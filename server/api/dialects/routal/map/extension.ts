import { z } from "zod";
import type { Metadata } from "@/server/domain/order/delivery-schema";

/** The key of this dialect among a row's extensions. */
const KEY = "routal";

const extensionSchema = z.object({
  /** What was sent, as it was sent: what of it the core has no word for is handed back. */
  sent: z.record(z.string(), z.json()).default({}),
});
export type Sent = z.output<typeof extensionSchema>["sent"];

/** What was sent of a row; nothing of those that came from elsewhere. */
export function sentOf(extensions: Metadata | undefined): Sent {
  return extensionSchema.safeParse(extensions?.[KEY]).data?.sent ?? {};
}

export function asExtensions(sent: object): Metadata {
  return { [KEY]: { sent: JSON.parse(JSON.stringify(sent)) as Sent } };
}

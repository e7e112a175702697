import { z } from "zod";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import { allowedDatesSchema, allowedDateTimesSchema, WEEKDAYS } from "../wire/order";

const KEY = "optimoroute";

/** What of an order is only handed back, or handed back as it was sent while the core still means the same by it. */
const keptSchema = z
  .object({
    duration: z.number(),
    loads: z.array(z.number()).length(4),
    phone: z.object({ sent: z.string(), means: z.string() }),
    email: z.object({ sent: z.string(), means: z.string() }),
    allowedWeekdays: z.array(z.enum(WEEKDAYS)),
    allowedDates: allowedDatesSchema,
    allowedDateTimes: allowedDateTimesSchema,
  })
  .partial()
  .catch({});
export type Kept = z.output<typeof keptSchema>;

export function keptOf(extensions: DeliveryInput["extensions"]): Kept {
  return keptSchema.parse(extensions[KEY] ?? {});
}

export function asExtensions(kept: Kept): DeliveryInput["extensions"] {
  return { [KEY]: JSON.parse(JSON.stringify(kept)) };
}

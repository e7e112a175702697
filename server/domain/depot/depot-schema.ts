import { z } from "zod";
import { addressSchema, positionSchema } from "@/server/domain/order/delivery-schema";

/** Where routes begin and end, as a form gives it. */
export const depotSchema = z.object({
  name: z.string().trim().min(1).max(120),
  address: addressSchema,
  /** Absent: the address is geocoded. */
  position: positionSchema.optional(),
  serviceSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .default(0),
});
export type DepotInput = z.infer<typeof depotSchema>;

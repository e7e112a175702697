import { z } from "zod";

/** When and by whom an order is served; distances in metres, travel times in seconds from the stop before. */
export const scheduleSchema = z.object({
  driverExternalId: z.string(),
  driverSerial: z.string(),
  driverName: z.string(),
  vehicleRegistration: z.string(),
  vehicleLabel: z.string(),
  stopNumber: z.int().min(1),
  scheduledAt: z.string(),
  scheduledAtDt: z.string(),
  arrivalTimeDt: z.string(),
  travelTime: z.int(),
  distance: z.int(),
});
export type WireSchedule = z.output<typeof scheduleSchema>;

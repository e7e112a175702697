import { z } from "zod";

export const DRIVER_STATUSES = ["ACTIVE", "INACTIVE", "ARCHIVED"] as const;
export type DriverStatusWire = (typeof DRIVER_STATUSES)[number];

export const driverSchema = z
  .object({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string(),
    status: z.enum(["UNKNOWN", ...DRIVER_STATUSES]),
  })
  .meta({ id: "Driver" });
export type DriverWire = z.input<typeof driverSchema>;

export const driverPageSchema = z
  .object({ drivers: z.array(driverSchema), nextCursor: z.string().optional() })
  .meta({ id: "ListDriversResponse" });

import { z } from "zod";
import { instantSchema } from "./common";

const POSTCODE = /\b(?:[A-Z]{1,2}-?)?\d{4,6}\b/i;

export const availabilityQuerySchema = z
  .object({
    address: z.string().trim().max(300).optional().describe("In one line; its postcode counts."),
    postal_code: z.string().trim().max(20).optional(),
    lat: z.coerce.number<string>().min(-90).max(90).optional(),
    lon: z.coerce.number<string>().min(-180).max(180).optional(),
    service_level: z.string().trim().min(1).max(80).optional(),
    from: instantSchema.optional().describe("Absent: now."),
    to: instantSchema.optional().describe("Absent: two weeks later."),
  })
  .refine(
    ({ address, postal_code, lat, lon }) =>
      (lat !== undefined && lon !== undefined) || postal_code || (address !== undefined && POSTCODE.test(address)),
    { message: "needs lat and lon, a postal_code, or an address with one" },
  );
export type AvailabilityQuery = z.output<typeof availabilityQuerySchema>;

/** The postcode a query is about; empty where it says a position only. */
export function postcodeOf({ postal_code, address }: AvailabilityQuery): string {
  return postal_code || (POSTCODE.exec(address ?? "")?.[0] ?? "");
}

export const slotSchema = z
  .object({
    slot_id: z.string().describe("Good for the address it was asked for."),
    from: z.string(),
    to: z.string(),
    service_level: z.string(),
    left: z.int(),
    bookable_until: z.string(),
  })
  .meta({ id: "Slot" });

export const reserveRequestSchema = z
  .object({ slot_id: z.string().max(500), delivery_id: z.string().max(100).optional() })
  .meta({ id: "ReserveRequest" });

export const reservationRequestSchema = z
  .object({ reservation_id: z.string().max(100) })
  .meta({ id: "ReservationRequest" });

export const reservationSchema = z
  .object({
    id: z.string(),
    reservation_id: z.string(),
    status: z.enum(["held", "confirmed", "cancelled"]),
    expires_at: z.string().nullable().describe("Null once it lasts."),
    ttl_seconds: z.int().nullable(),
  })
  .meta({ id: "Reservation" });

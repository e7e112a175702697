import { z } from "zod";
import { decimal, flag, integer } from "./common";

const text = (max: number) => z.string().trim().max(max);

/** A location as it is sent; `valid` is only ever said. */
export const locationRequestSchema = z
  .object({
    locationNo: text(120),
    locationName: text(200),
    address: text(400),
    latitude: decimal.pipe(z.number().min(-90).max(90)).nullable(),
    longitude: decimal.pipe(z.number().min(-180).max(180)).nullable(),
    checkInTime: integer.pipe(z.int().min(0).max(720)),
    notes: text(2000),
    acceptMultipleResults: flag,
    acceptPartialMatch: flag,
    storeInvalid: flag,
  })
  .partial();
export type LocationRequest = z.output<typeof locationRequestSchema>;

export const locationSchema = z.object({
  locationNo: z.string(),
  locationName: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  valid: z.boolean(),
  checkInTime: z.int(),
  notes: z.string(),
});
export type WireLocation = z.output<typeof locationSchema>;

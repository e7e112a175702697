import { z } from "zod";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { pageOf, pageQuerySchema } from "./common";
import { timelineEntrySchema } from "./delivery";

const placeSchema = z.object({ lat: z.number(), lon: z.number(), timestamp: z.string() });

export const liveSchema = z
  .object({
    delivery_id: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    driver_id: z.string().nullable(),
    driver_location: placeSchema.nullable().describe("While its route is driven."),
    eta: z.string().nullable(),
    stops_before: z.int().nullable(),
    progress_pct: z.int(),
    updated_at: z.string(),
  })
  .meta({ id: "LiveDelivery" });

export const driverLocationSchema = z
  .object({
    driver_id: z.string(),
    location: placeSchema
      .extend({ accuracy_meters: z.number().nullable() })
      .nullable()
      .describe("Null while he has not been seen."),
    speed_mps: z.number().nullable(),
    heading: z.number().nullable(),
    battery_pct: z.number().nullable(),
    received_at: z.string().nullable(),
  })
  .meta({ id: "DriverLocation" });

export const heatmapQuerySchema = z.object({
  cell_degrees: z.coerce.number<string>().min(0.001).max(1).default(0.01),
});

export const heatmapSchema = z
  .object({
    area_id: z.string(),
    cell_degrees: z.number(),
    active_deliveries: z.int(),
    cells: z.array(
      z
        .object({ lat: z.number(), lon: z.number(), deliveries: z.int(), drivers: z.int() })
        .describe("South-west corner."),
    ),
  })
  .meta({ id: "Heatmap" });

export const timelineQuerySchema = pageQuerySchema;
export const timelineSchema = pageOf(timelineEntrySchema);

export const publicTrackQuerySchema = z.object({ tracking_number: z.string().trim().min(1).max(120) });

export const publicTrackSchema = z
  .object({
    tracking_number: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    state: z.string().describe("Where it stands, in one word."),
    message: z.string().describe("The same in a sentence, in English."),
    lateness: z.string(),
    window: z.object({ from: z.string(), to: z.string() }).nullable(),
    stops_before: z.int().nullable(),
    van: z.object({ lat: z.number(), lon: z.number() }).nullable().describe("On a grid, near the door only."),
    sender: z.string(),
  })
  .meta({ id: "PublicTracking" });

import { z } from "zod";
import { date, queryFlag } from "./common";

export const routesQuerySchema = z.object({
  date,
  driverExternalId: z.string().optional(),
  driverSerial: z.string().optional(),
  vehicleRegistration: z.string().optional(),
  includeRoutePolyline: queryFlag,
  includeRouteStartEnd: queryFlag,
});

const stopSchema = z.object({
  stopNumber: z.int().min(1),
  orderNo: z.string(),
  id: z.string(),
  locationNo: z.string(),
  locationName: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  scheduledAt: z.string(),
  scheduledAtDt: z.string(),
  arrivalTimeDt: z.string(),
  /** Seconds, from the stop before. */
  travelTime: z.int(),
  /** Metres. */
  distance: z.int(),
  /** Of stops that serve no order: a trip back to the depot. */
  type: z.enum(["break", "depot"]).optional(),
});
export type WireStop = z.output<typeof stopSchema>;

/** Where a route starts or ends. */
const routeEndSchema = z.object({
  locationNo: z.string(),
  locationName: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
export type WireRouteEnd = z.output<typeof routeEndSchema>;

const routeSchema = z.object({
  driverExternalId: z.string(),
  driverSerial: z.string(),
  driverName: z.string(),
  vehicleRegistration: z.string(),
  vehicleLabel: z.string(),
  /** Minutes. */
  duration: z.int(),
  /** Kilometres. */
  distance: z.number(),
  load1: z.int(),
  load2: z.int(),
  load3: z.int(),
  load4: z.int(),
  stops: z.array(stopSchema),
  startLocation: routeEndSchema.nullable().optional(),
  endLocation: routeEndSchema.nullable().optional(),
  routePolyline: z.string().optional(),
});
export type WireRoute = z.output<typeof routeSchema>;

export const routesAnswerSchema = z.object({ success: z.literal(true), routes: z.array(routeSchema) });

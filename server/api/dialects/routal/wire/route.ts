import { z } from "zod";
import { idField } from "./common";
import { stopSchema } from "./stop";

export const ROUTE_STATUSES = ["not_started", "in_transit", "finished"] as const;

const placeSchema = z.object({ lat: z.number(), lng: z.number() }).nullable();

export const routeSchema = z
  .object({
    id: idField,
    organization_id: idField,
    project_id: idField,
    plan_id: idField,
    vehicle_id: idField,
    external_id: z.null(),
    label: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    plate: z.string().nullable(),
    status: z.enum(ROUTE_STATUSES),
    is_locked: z.boolean(),
    start_location: placeSchema,
    end_location: placeSchema.describe("Null: the route ends at its last stop."),
    estimated_start: z.string(),
    estimated_end: z.string(),
    distance: z.int().describe("Metres."),
    duration: z.int().describe("Seconds, from leaving to being back."),
    polyline: z.string().describe("Encoded, precision 5."),
    stops: z.array(stopSchema).describe("In driving order."),
  })
  .meta({ id: "Route" });
export type RouteAnswer = z.input<typeof routeSchema>;

const routeItem = z.looseObject({ vehicle_id: idField });
/** One, or several. */
export const routesRequestSchema = z
  .union([z.array(routeItem).min(1).max(200), routeItem])
  .meta({ id: "RoutesRequest" });

export const routePatchSchema = z
  .object({ is_locked: z.boolean().optional(), locked: z.boolean().optional() })
  .meta({ id: "RoutePatch" });

export const dispatchSchema = z
  .object({ email: z.string().nullable(), public_link: z.string().describe("What the driver opens his route with.") })
  .meta({ id: "Dispatch" });

export const routeOptimizedSchema = z
  .object({ route: routeSchema, unassigned_stops: z.array(idField) })
  .meta({ id: "OptimizedRoute" });

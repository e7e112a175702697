import { z } from "zod";
import { driverSchema } from "./driver";
import { dateSchema, latLngSchema, message, timestampSchema, timeWindowSchema } from "./proto";
import { addressSchema, attributeSchema, contactSchema, stopItemSchema } from "./stop";
import { taskSchema } from "./task";

export const DELIVERY_STATUSES = [
  "UNKNOWN",
  "DELIVERED",
  "OUT_FOR_DELIVERY",
  "ATTEMPTED_DELIVERY",
  "READY_FOR_DELIVERY",
] as const;
export type DeliveryStatusWire = (typeof DELIVERY_STATUSES)[number];

export const ATTEMPTED_REASONS = [
  "UNKNOWN",
  "NOT_AVAILABLE",
  "ACCESS_DENIED",
  "INCORRECT_ADDRESS",
  "SAFE_PLACE_UNAVAILABLE",
  "REFUSED",
  "EXTERNAL",
  "INCORRECT_ITEMS",
  "OTHER",
] as const;
export type AttemptedReasonWire = (typeof ATTEMPTED_REASONS)[number];

const attachmentSchema = z
  .object({ id: z.string(), createdAt: timestampSchema, url: z.string() })
  .meta({ id: "StopAttachment" });

export const routeStopSchema = z
  .object({
    id: z.string(),
    type: z.enum(["UNKNOWN", "DELIVERY", "BREAK", "PICKUP", "TASK"]),
    deliveryStatus: z.enum(DELIVERY_STATUSES),
    updatedAt: timestampSchema.optional(),
    duration: z.string(),
    plannedArrival: timestampSchema,
    updatedArrival: timestampSchema.optional(),
    note: z.string().optional(),
    address: addressSchema,
    contact: contactSchema,
    plannedCoordinates: latLngSchema.optional(),
    deliveredCoordinates: latLngSchema.optional(),
    items: z.array(stopItemSchema),
    source: z.enum(["UNKNOWN", "SHOPIFY_ORDER", "SAVED_STOP", "IMPORTED_STOP"]),
    shopifyOrderId: z.string().optional(),
    shopifyOrder: z.object({ orderNote: z.string(), customerNote: z.string() }).optional().meta({ id: "ShopifyOrder" }),
    importedStopId: z.string().optional(),
    clientStopId: z.string().optional(),
    orderName: z.string().optional(),
    proofOfDeliveryNote: z.string().optional(),
    proofOfDeliveryPhotos: z.array(attachmentSchema),
    proofOfDeliverySignatures: z.array(attachmentSchema),
    tasks: z.array(taskSchema),
    priority: z.int(),
    distanceMeters: z.number(),
    timeWindows: z.array(timeWindowSchema),
    deliveryDate: dateSchema.optional(),
    attributes: z.array(attributeSchema),
    tags: z.array(z.string()),
    attemptedReason: z.enum(ATTEMPTED_REASONS).optional(),
    attemptedNote: z.string().optional(),
    customerRating: z
      .object({ rating: z.int().min(1).max(5), comment: z.string(), createdAt: timestampSchema })
      .optional()
      .meta({ id: "CustomerRating" }),
    customSignatureDisclosure: z.string().optional(),
  })
  .meta({ id: "RouteStop" });
export type RouteStopWire = z.input<typeof routeStopSchema>;

export const routeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    driver: driverSchema,
    start: z
      .object({
        address: addressSchema.optional(),
        tasks: z.array(taskSchema),
        status: z.enum(["UNKNOWN", "STARTED"]),
      })
      .meta({ id: "RouteStart" }),
    end: z
      .object({
        address: addressSchema.optional(),
        tasks: z.array(taskSchema),
        plannedArrival: timestampSchema,
        distanceMeters: z.number(),
        updatedArrival: timestampSchema.optional(),
        status: z.enum(["UNKNOWN", "COMPLETED"]),
      })
      .meta({ id: "RouteEnd" }),
    stops: z.array(routeStopSchema),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    archivedAt: timestampSchema.optional(),
    scheduledFor: timestampSchema,
    totalDistanceMeters: z.number(),
    totalItemQuantity: z.int(),
    totalItemGrams: z.string().regex(/^\d+$/),
    optimized: z.boolean(),
  })
  .meta({ id: "Route" });
export type RouteWire = z.input<typeof routeSchema>;

export const routePageSchema = z
  .object({ routes: z.array(routeSchema), nextCursor: z.string().optional() })
  .meta({ id: "ListRoutesResponse" });

export const stopsToAddSchema = message(
  z
    .array(
      z
        .object({
          importedStopId: z.string().trim().min(1).max(200).describe("ist-…, or the client's own id."),
          deliveryStatus: z.enum(DELIVERY_STATUSES).optional(),
        })
        .meta({ id: "ImportedStopToAdd" }),
    )
    .min(1)
    .max(200),
);

const routeInfoSchema = z
  .object({ routeId: z.string(), stopId: z.string(), deliveryStatus: z.enum(DELIVERY_STATUSES) })
  .meta({ id: "ImportedStopRouteInfo" });

export const shopifyRouteInfoSchema = z
  .object({ routeInfo: z.array(routeInfoSchema) })
  .meta({ id: "GetShopifyStopRouteInfoResponse" });
export const importedRouteInfoSchema = z
  .object({ id: z.string(), routeInfo: z.array(routeInfoSchema) })
  .meta({ id: "GetImportedStopRouteInfoResponse" });

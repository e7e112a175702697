import { z } from "zod";
import { date, dateRangeSchema, decimal, flag, integer, orderNo } from "./common";

/** A driver as planning names him; either name is enough. */
export const selectedDriverSchema = z
  .object({ driverExternalId: z.string().trim(), driverSerial: z.string().trim() })
  .partial();

const MOST_ORDERS = 10_000;
const MOST_DRIVERS = 1000;

export const startPlanningRequestSchema = z
  .object({
    date: date.optional(),
    dateRange: dateRangeSchema.optional(),
    balancing: z.enum(["OFF", "ON", "ON_FORCE"]).default("OFF"),
    balanceBy: z.enum(["WT", "NUM"]).default("WT"),
    balancingFactor: decimal.pipe(z.number().min(0).max(1)).default(0.3),
    startWith: z.enum(["EMPTY", "CURRENT"]).default("EMPTY"),
    lockType: z.enum(["NONE", "ROUTES", "RESOURCES"]).default("NONE"),
    depotTrips: flag.default(false),
    depotVisitDuration: integer.pipe(z.int().min(0).max(720)).default(0),
    clustering: flag.default(false),
    useDrivers: z.array(selectedDriverSchema).max(MOST_DRIVERS).default([]),
    useOrders: z.array(orderNo).max(MOST_ORDERS).default([]),
    useOrderObjects: z
      .array(z.object({ orderNo: z.string(), id: z.string() }).partial())
      .max(MOST_ORDERS)
      .default([]),
    includeScheduledOrders: flag.default(true),
  })
  .refine((request) => request.date !== undefined || request.dateRange !== undefined, {
    path: ["date"],
    message: "is missing",
  });
export type StartPlanningRequest = z.output<typeof startPlanningRequestSchema>;

export type PlanningCode =
  | "ERR_OPT_RUNNING_FOR_DATE"
  | "ERR_OPT_NO_REQUESTS"
  | "ERR_OPT_NO_RESOURCES"
  | "ERR_ORD_NOT_FOUND"
  | "ERR_ORD_WITH_INVALID_LOC"
  | "ERR_DRIVER_NOT_FOUND"
  | "ERR_MULTIPLE_ORD_FOUND"
  | "ERR_MULTIPLE_DRV"
  | "ERR_DATE_RANGE_TOO_LONG"
  | "ERR_DATE_RANGE_INVALID"
  | "ERR_JOB_NOT_FOUND"
  | "ERR_OPT_NOT_RUNNING";

export const PLANNING_MESSAGES: Readonly<Record<PlanningCode, string>> = {
  ERR_OPT_RUNNING_FOR_DATE: "Planning is already running for this date.",
  ERR_OPT_NO_REQUESTS: "No orders exist for the specified date.",
  ERR_OPT_NO_RESOURCES: "No drivers are available for this date.",
  ERR_ORD_NOT_FOUND: "One or more orders specified in useOrders were not found.",
  ERR_ORD_WITH_INVALID_LOC: "One or more orders specified in useOrders have an invalid location.",
  ERR_DRIVER_NOT_FOUND: "One or more drivers specified in useDrivers were not found.",
  ERR_MULTIPLE_ORD_FOUND: "Multiple orders with the specified identifier have been found.",
  ERR_MULTIPLE_DRV: "Multiple drivers with the specified identifier have been found.",
  ERR_DATE_RANGE_TOO_LONG: "The weekly planning range is too long.",
  ERR_DATE_RANGE_INVALID: "Invalid range, the to date is earlier than the from date.",
  ERR_JOB_NOT_FOUND: "The planning job with the specified id was not found.",
  ERR_OPT_NOT_RUNNING: "The planning job is not running.",
};

export const startPlanningAnswerSchema = z.object({
  success: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
  planningId: z.int().optional(),
  missingOrders: z.array(z.string()).optional(),
  missingDrivers: z.array(selectedDriverSchema).optional(),
  ordersWithInvalidLocation: z.array(z.string()).optional(),
});
export type StartPlanningAnswer = z.output<typeof startPlanningAnswerSchema>;

/** A planning's number; the document's own example has a space before the field's name, which harms nobody. */
export const stopPlanningRequestSchema = z.preprocess(
  (body) =>
    typeof body === "object" && body !== null && !Array.isArray(body)
      ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name.trim(), value]))
      : body,
  z.object({ planningId: integer }),
);

export const stopPlanningAnswerSchema = z.object({ success: z.literal(true) });

export const planningStatusQuerySchema = z.object({ planningId: integer });

export const planningStatusAnswerSchema = z.object({
  success: z.literal(true),
  status: z.enum(["N", "R", "C", "F", "E"]),
  percentageComplete: z.int().min(0).max(100),
});

import { z } from "zod";
import { amount, clock, date, dateTime, decimal, flag, orderId, orderNo } from "./common";
import { locationRequestSchema, locationSchema } from "./location";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const NOTIFICATION_PREFERENCES = ["dont_notify", "email", "sms", "both"] as const;
export const OPERATIONS = ["CREATE", "UPDATE", "SYNC", "MERGE"] as const;

const text = (max: number) => z.string().max(max);
const codes = z.array(z.string().trim().min(1).max(60)).max(50);
const LONGEST_MINUTES = 720;

export const timeWindowSchema = z
  .object({ twFrom: clock, twTo: clock })
  .refine(({ twFrom, twTo }) => twFrom < twTo, { message: "must end after it begins" });
const isForward = ({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) =>
  !from || !to || from <= to;
const FORWARD = { path: ["to"], message: "must not be before from" };
export const allowedDatesSchema = z.object({ from: date.nullish(), to: date.nullish() }).refine(isForward, FORWARD);
export const allowedDateTimesSchema = z
  .array(z.object({ from: dateTime.nullish(), to: dateTime.nullish() }).refine(isForward, FORWARD))
  .max(100);

/** An order's own properties as they are sent: whatever is not there is left as it is, or as it is by default. */
export const orderRequestSchema = z
  .object({
    operation: z.enum(OPERATIONS),
    acceptDuplicateOrderNo: flag,
    id: orderId,
    orderNo,
    relatedOrderNo: orderNo.nullable(),
    relatedId: orderId.nullable(),
    date,
    location: locationRequestSchema,
    type: z.enum(["D", "P", "T"]),
    duration: decimal.pipe(z.number().min(0).max(LONGEST_MINUTES)),
    timeWindows: z.array(timeWindowSchema).max(10),
    twFrom: clock,
    twTo: clock,
    allowedWeekdays: z.array(z.enum(WEEKDAYS)).max(7),
    allowedDates: allowedDatesSchema,
    allowedDateTimes: allowedDateTimesSchema,
    assignedTo: z.object({ externalId: text(120).nullish(), serial: text(120).nullish() }).nullable(),
    priority: z.enum(["L", "M", "H", "C"]),
    load1: amount,
    load2: amount,
    load3: amount,
    load4: amount,
    vehicleFeatures: codes,
    skills: codes,
    notes: text(2000),
    customField1: text(2000),
    customField2: text(2000),
    customField3: text(2000),
    customField4: text(2000),
    customField5: text(2000),
    customFields: z.record(z.string().max(60), z.union([text(2000), z.number(), z.boolean()])),
    email: text(254),
    phone: text(60),
    notificationPreference: z.enum(NOTIFICATION_PREFERENCES),
    barcode: z.array(z.object({ barcode: text(100).min(1) })).max(500),
  })
  .partial()
  .superRefine(({ twFrom = "00:00", twTo = "23:59", timeWindows, customFields = {} }, issue) => {
    if (timeWindows === undefined && twFrom >= twTo) {
      issue.addIssue({ code: "custom", path: ["twTo"], message: "must be after twFrom" });
    }
    const legacy = Object.keys(customFields).find((key) => /^custom_field_[1-5]$/.test(key));
    if (legacy) issue.addIssue({ code: "custom", path: ["customFields", legacy], message: "is sent as customFieldN" });
  });
export type OrderRequest = z.output<typeof orderRequestSchema>;

/** `create_order`'s body: what must be there depends on what is to be done. */
export const createOrderSchema = orderRequestSchema.superRefine((order, issue) => {
  const missing = (field: string) => issue.addIssue({ code: "custom", path: [field], message: "is missing" });
  const { operation, id } = order;
  if (operation === undefined) return missing("operation");
  if (order.orderNo === undefined && id === undefined) missing("orderNo");
  if (operation === "UPDATE") return;
  for (const field of ["date", "type", "location"] as const) if (order[field] === undefined) missing(field);
});

export const orderSchema = z
  .object({
    id: z.string(),
    orderNo: z.string(),
    relatedOrderNo: z.string().nullable(),
    relatedId: z.string().nullable(),
    date: z.string().nullable(),
    duration: z.number(),
    priority: z.enum(["L", "M", "H", "C"]),
    type: z.enum(["D", "P", "T", "break", "depot"]),
    load1: z.number(),
    load2: z.number(),
    load3: z.number(),
    load4: z.number(),
    assignedTo: z.object({ externalId: z.string().optional(), serial: z.string().optional() }).nullable(),
    location: locationSchema,
    timeWindows: z.array(z.object({ twFrom: z.string(), twTo: z.string() })),
    allowedWeekdays: z.array(z.enum(WEEKDAYS)),
    allowedDates: allowedDatesSchema,
    allowedDateTimes: allowedDateTimesSchema,
    skills: z.array(z.string()),
    vehicleFeatures: z.array(z.string()),
    notes: z.string(),
    email: z.string(),
    phone: z.string(),
    customField1: z.string(),
    customField2: z.string(),
    customField3: z.string(),
    customField4: z.string(),
    customField5: z.string(),
    customFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    notificationPreference: z.enum(NOTIFICATION_PREFERENCES),
    barcode: z.array(z.object({ barcode: z.string() })),
  })
  .meta({ id: "Order" });
export type WireOrder = z.output<typeof orderSchema>;

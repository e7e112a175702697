import { z } from "zod";
import { emailField, idField, locationSchema, phoneField } from "./common";

const DAY_SECONDS = 86_400;
const seconds = z.int().min(0);

const windowSchema = z
  .tuple([seconds.max(DAY_SECONDS), seconds.max(2 * DAY_SECONDS)])
  .refine(([from, to]) => from < to, { message: "must end after it begins" })
  .describe("Seconds of the day in the project's zone, from and to.");

const taskSchema = z.looseObject({
  type: z.string().min(1).max(40).describe("scan or signature; photo, text, number, pin, checkbox besides."),
  label: z.string().max(200).nullish(),
});
export type WireTask = z.output<typeof taskSchema>;

/** What a stop is made of; whatever else is sent is handed back as it was. */
const fields = {
  external_id: z.string().max(120).nullish().describe("The sender's own name, by which a stop is made once."),
  label: z.string().max(500).nullish(),
  type: z.enum(["delivery", "pickup"]).nullish(),
  duration: seconds
    .max(12 * 3600)
    .nullish()
    .describe("Seconds at the door."),
  time_windows: z.array(windowSchema).max(10).nullish(),
  phone: phoneField,
  email: emailField,
  weight: z.number().min(0).max(2_000_000).nullish().describe("Kilograms."),
  volume: z.number().min(0).max(2000).nullish().describe("Cubic metres."),
  comments: z.string().max(2000).nullish(),
  requires: z.array(z.string().min(1).max(60)).max(50).nullish(),
  tasks: z.array(taskSchema).max(50).nullish(),
  custom_fields: z.record(z.string().max(60), z.unknown()).nullish(),
};

const isSomewhere = ({ lat, lng, address, street, label }: z.output<typeof locationSchema>) =>
  (typeof lat === "number" && typeof lng === "number") || Boolean(address || street || label);

export const stopRequestSchema = z
  .looseObject({
    ...fields,
    location: locationSchema.refine(isSomewhere, { message: "needs lat and lng, or an address" }),
  })
  .meta({ id: "StopRequest" });
export type StopRequest = z.output<typeof stopRequestSchema>;

export const MOST_STOPS = 5000;
export const stopsRequestSchema = z.array(stopRequestSchema).max(MOST_STOPS);

export const geocodeRequestSchema = z
  .array(
    z
      .looseObject({ ...fields, address: z.string().trim().min(1).max(500), location: z.undefined().optional() })
      .meta({ id: "GeocodeStopRequest" }),
  )
  .max(MOST_STOPS);

export const stopPatchSchema = z
  .looseObject({ ...fields, location: locationSchema.optional() })
  .meta({ id: "StopPatch" });
export type StopPatch = z.output<typeof stopPatchSchema>;

/** A list of stops in any of the forms that are plausible. */
export const stopIdsSchema = z
  .union([
    z.array(z.union([idField, z.object({ id: idField })])),
    z.object({ stops: z.array(z.union([idField, z.object({ id: idField })])) }),
    z.object({ stop_ids: z.array(idField) }),
    z.object({ ids: z.array(idField) }),
  ])
  .meta({ id: "StopIds" });

/** The ids in it, in their order. */
export function stopIdsOf(list: z.output<typeof stopIdsSchema>): string[] {
  const ids = Array.isArray(list) ? list : "stops" in list ? list.stops : "stop_ids" in list ? list.stop_ids : list.ids;
  return ids.map((each) => (typeof each === "string" ? each : each.id));
}

export const STOP_STATUSES = ["pending", "completed", "incomplete", "canceled"] as const;
export const REPORT_TYPES = [
  "service_report_completed",
  "service_report_incomplete",
  "service_report_canceled",
] as const;

const orNull = <S extends z.ZodType>(schema: S) => schema.nullable();

export const reportSchema = z
  .object({
    id: idField,
    stop_id: idField,
    external_id: orNull(z.string()),
    route_id: orNull(idField),
    driver_id: orNull(idField),
    project_id: idField,
    plan_id: orNull(idField),
    type: z.enum(REPORT_TYPES),
    comments: z.string(),
    cancel_reason: orNull(z.string()),
    images: z.array(z.object({ id: idField, url: z.string() })),
    signature: orNull(z.string()).describe("Where it can be read, with the key."),
    location: orNull(z.object({ lat: z.number(), lng: z.number() })),
    custom_fields: z.record(z.string(), z.unknown()),
    tasks: z.array(z.looseObject({ task_id: idField, status: z.enum(["completed", "pending"]) })),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "StopReport" });
export type WireReport = z.input<typeof reportSchema>;

export const stopSchema = z
  .looseObject({
    id: idField,
    fixed_id: idField,
    organization_id: idField,
    project_id: idField,
    plan_id: orNull(idField),
    route_id: orNull(idField).describe("Null: on no route."),
    vehicle_id: orNull(idField),
    external_id: orNull(z.string()),
    type: z.enum(["delivery", "pickup"]),
    status: z.enum(STOP_STATUSES),
    label: z.string(),
    location: z.looseObject({ location_id: idField, lat: orNull(z.number()), lng: orNull(z.number()) }),
    duration: z.int(),
    time_windows: z.array(z.array(z.int())),
    phone: orNull(z.string()),
    email: orNull(z.string()),
    weight: orNull(z.number()),
    volume: orNull(z.number()),
    tasks: z.array(z.looseObject({ id: idField, type: z.string(), label: z.string() })),
    custom_fields: z.record(z.string(), z.unknown()),
    estimated_arrival: orNull(z.string()),
    reports: z.array(reportSchema),
    created_at: z.string(),
    updated_at: z.string(),
    deleted: z.boolean(),
  })
  .meta({ id: "Stop" });
export type StopAnswer = z.input<typeof stopSchema>;

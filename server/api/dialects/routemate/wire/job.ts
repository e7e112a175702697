import { z } from "zod";

export const STOP_STATUSES = ["pending", "completed", "failed"] as const;
export const JOB_STATUSES = ["pending", "assigned", "in_progress", "completed"] as const;
export const WARNINGS = [
  "ROUTE_OPTIMIZED",
  "ADDRESS_GEOCODED",
  "DRIVER_AUTO_ADDED",
  "DRIVER_NOT_FOUND",
  "GEOCODE_FAILED",
] as const;

const metadata = z.record(z.string(), z.json());

const stopSchema = z
  .object({
    external_stop_id: z.string(),
    address: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    label: z.string().nullable(),
    notes: z.string().nullable(),
    sort_order: z.int().describe("From 0, in the order of the route."),
    priority: z.number(),
    parcel_count: z.number(),
    service_type: z.string().nullable(),
    duration_minutes: z.number().nullable(),
    time_window_start: z.string().nullable(),
    time_window_end: z.string().nullable(),
    metadata,
    status: z.enum(STOP_STATUSES),
  })
  .meta({ id: "JobStop" });
export type JobStop = z.input<typeof stopSchema>;

const warningSchema = z.object({ code: z.enum(WARNINGS), message: z.string() }).meta({ id: "Warning" });
export type Warning = z.input<typeof warningSchema>;

const headFields = {
  job_id: z.uuid(),
  external_job_id: z.string(),
  route_id: z.uuid().nullable().describe("Null while it is on no route."),
  driver_email: z.string(),
  driver_resolved: z.boolean(),
  driver_user_id: z.uuid().nullable(),
  deep_link: z.string(),
};

export const importedSchema = z
  .object({
    ...headFields,
    stops_imported: z.int(),
    stops_geocoded: z.int(),
    stops_geocode_failed: z.int(),
    optimization: z
      .object({
        total_distance_km: z.number(),
        total_duration_minutes: z.int(),
        encoded_polyline: z.string().describe("Google's encoding, precision 5."),
      })
      .nullable()
      .describe("Null where fewer than two stops could be located."),
    stops: z.array(stopSchema),
    warnings: z.array(warningSchema),
  })
  .meta({ id: "ImportedJob" });
export type ImportedJob = z.input<typeof importedSchema>;

export const jobSchema = z
  .object({
    ...headFields,
    title: z.string(),
    status: z.enum(JOB_STATUSES),
    scheduled_date: z.string(),
    timezone: z.string(),
    metadata,
    stop_count: z.int(),
    status_counts: z.partialRecord(z.enum(STOP_STATUSES), z.int()).describe("Only statuses that some stop has."),
    stops: z.array(stopSchema),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Job" });
export type Job = z.input<typeof jobSchema>;

export const jobQuerySchema = z
  .object({
    external_job_id: z.string().trim().min(1).max(200).optional().describe("The one given when it was imported."),
    job_id: z.string().trim().min(1).max(200).optional(),
  })
  .refine(({ external_job_id, job_id }) => external_job_id !== undefined || job_id !== undefined, {
    error: "external_job_id or job_id is required",
    path: [],
  });

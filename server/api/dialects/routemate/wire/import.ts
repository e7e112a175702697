import { z } from "zod";
import { isLocalDate } from "@/server/domain/time/local-date";
import { isTimeZone } from "@/server/domain/time/zoned-time";
import { metadataField, optionalNumber, optionalText, requiredText } from "./common";

export const MOST_STOPS = 200;

const instant = z
  .string({ error: "must be an ISO 8601 datetime" })
  .refine((text) => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text), {
    error: "must be an ISO 8601 datetime",
    abort: true,
  })
  .refine((text) => isLocalDate(text.slice(0, 10)), { error: "must be on a real day between 2000 and 2100" })
  .nullish();

const stopSchema = z
  .object(
    {
      external_stop_id: requiredText(120).describe("Yours, unique within the job."),
      address: requiredText(200)
        .refine((text) => /[^\s,]/.test(text), { error: "is required" })
        .describe("Geocoded unless latitude and longitude are given."),
      latitude: optionalNumber(-90, 90),
      longitude: optionalNumber(-180, 180),
      label: optionalText(500),
      notes: optionalText(2000).describe("For the driver."),
      service_type: optionalText(60).describe('For example "delivery", "pickup", "service_call".'),
      duration_minutes: optionalNumber(0, 720),
      time_window_start: instant,
      time_window_end: instant,
      priority: optionalNumber(-1_000_000, 1_000_000).describe("Lower is more urgent; 0: nothing special."),
      parcel_count: optionalNumber(0, 100_000).describe("1 where it is absent."),
      metadata: metadataField,
    },
    { error: "must be an object" },
  )
  .superRefine(({ time_window_start: start, time_window_end: end }, issue) => {
    if (!start || !end || Date.parse(start) < Date.parse(end)) return;
    issue.addIssue({ code: "custom", path: ["time_window_end"], message: "must be after time_window_start" });
  })
  .meta({ id: "Stop" });
export type WireStop = z.output<typeof stopSchema>;

export const importRequestSchema = z
  .object(
    {
      external_job_id: requiredText(200).describe("Yours, unique per integration."),
      title: requiredText(200),
      driver_email: requiredText(254).pipe(z.email({ error: "must be a valid email address" })),
      scheduled_date: z.iso
        .date({ error: "must be a date (YYYY-MM-DD)", abort: true })
        .refine(isLocalDate, { error: "must be between 2000 and 2100" })
        .nullish()
        .describe("Today where it is absent."),
      timezone: z
        .string({ error: "must be an IANA timezone" })
        .refine(isTimeZone, { error: "must be an IANA timezone" })
        .nullish(),
      metadata: metadataField,
      stops: z
        .array(stopSchema, {
          error: ({ input }) => (input === undefined || input === null ? "is required" : "must be an array"),
        })
        .min(1, { error: "must contain at least 1 stop" })
        .max(MOST_STOPS, { error: `must contain at most ${MOST_STOPS} stops` }),
    },
    { error: "must be a JSON object" },
  )
  .superRefine(({ stops }, issue) => {
    const seen = new Set<string>();
    for (const [at, { external_stop_id }] of stops.entries()) {
      const id = external_stop_id.trim();
      if (seen.has(id)) {
        const path = ["stops", at, "external_stop_id"];
        issue.addIssue({ code: "custom", path, message: "must be unique within the job" });
      }
      seen.add(id);
    }
  })
  .meta({ id: "ImportRequest" });

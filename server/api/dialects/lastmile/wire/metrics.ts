import { z } from "zod";
import { isPeriod, LONGEST_PERIOD_DAYS, PERIODS } from "@/server/domain/analytics/period";
import { localDateSchema } from "@/server/domain/time/local-date";
import { instantSchema } from "./common";

const day = z.union([localDateSchema, instantSchema]);

export const metricsQuerySchema = z
  .object({
    period: z.enum(PERIODS).optional().describe("Up to today; a month if nothing is said."),
    from: day.optional().describe("A day, or an instant on it; the first that counts."),
    to: day.optional().describe("The last that counts."),
    partner_id: z.string().max(100).optional(),
    driver_id: z.string().max(100).optional(),
  })
  .refine(({ from, to }) => !from || !to || isPeriod(from.slice(0, 10), to.slice(0, 10)), {
    message: `from must not be after to, and ${LONGEST_PERIOD_DAYS} days before at most`,
  });

const percent = z.number().nullable();
const seconds = z.number().nullable();

export const metricsSchema = z
  .object({
    period: z.object({ from: z.string(), to: z.string() }),
    on_time_delivery_pct: percent.describe("Of what was delivered: reached by the end of its window."),
    avg_time_to_deliver: seconds.describe(
      "Seconds from the order to the delivery, where that is known to have come after it.",
    ),
    attempts_per_delivery: z.number().nullable(),
    failed_deliveries: z.int().describe("Whose last attempt of the period failed."),
    driver_idle_time: seconds.describe(
      "Seconds per driven route between checking in and setting off, and between a door and setting off for the next.",
    ),
    route_efficiency: z.number().nullable().describe("Kilometres per hour: distance over time from start to finish."),
    eta_accuracy: z.object({
      lead_minutes: z.int().describe("What was expected so long before is held against what was reached."),
      mean_error_seconds: seconds,
      within_tolerance_pct: percent,
      tolerance_seconds: z.int(),
      stops: z.int(),
    }),
    pod_timeliness: z.object({
      median_seconds: seconds.describe("From the delivery until its first picture was with us."),
      in_time_pct: percent,
      in_time_seconds: z.int(),
      with_pod_pct: percent,
    }),
    deliveries: z.int().describe("That were tried."),
    delivered: z.int(),
    attempts: z.int(),
    routes: z.int().describe("That were driven to their end."),
    distance_m: z.int(),
    time_s: z.int(),
  })
  .meta({ id: "Metrics" });
export type MetricsAnswer = z.input<typeof metricsSchema>;

import { z } from "zod";
import { rateSchema } from "@/server/domain/unit/kept-numbers";
import { instantSchema, pointSchema } from "./common";
import { VEHICLE_TYPES } from "./partner";

const MOST_CENTS = 10_000_000;
const rate = rateSchema(MOST_CENTS).default(0).describe("Kept to the hundredth of a cent.");

const wireTariffSchema = z
  .object({
    currency: z.string().regex(/^[A-Za-z]{3}$/, { message: "must be an ISO 4217 code of three letters" }),
    base_cents: z.int().min(0).max(MOST_CENTS).default(0),
    per_km_cents: rate,
    per_kg_cents: rate,
    co2_grams_per_km: rateSchema(100_000).default(0).describe("Kept to the hundredth of a gram."),
  })
  .meta({ id: "Tariff" });

/** How a partner is reached. */
const connector = z.enum(["http", "manifest", "tariff"]);

const manifestSchema = z
  .object({
    emails: z.array(z.email().max(254)).min(1).max(5),
    send_times: z
      .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: "must be a time of day, HH:MM" }))
      .max(12)
      .default([])
      .describe("On the clock of the first project's zone; none: five minutes after something is handed over."),
  })
  .meta({ id: "ManifestSettings" });

const secret = z.string().min(8).max(4000);

export const credentialsRequestSchema = z
  .looseObject({
    connector: connector
      .optional()
      .describe(
        "http: the partner's server is asked; manifest: lists as CSV are mailed to it, prices are by list; tariff: nobody is asked or told. By default what fits.",
      ),
    base_url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe("Of the partner's server: GET /health, POST /quotes, POST /jobs, POST /jobs/{assignment_id}/cancel."),
    api_key: z.string().min(1).max(4000).optional().describe("Shown to the partner's server as a bearer."),
    secret: secret
      .optional()
      .describe(
        "What both sides sign with: HMAC-SHA256 of timestamp, a dot and the body. Replaced, it holds a day more.",
      ),
    tariff: wireTariffSchema.optional(),
    manifest: manifestSchema.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined && value !== null), {
    message: "names no credential",
  })
  .meta({
    id: "PartnerCredentials",
    description: "Further fields are text, and are sealed with the rest. Nothing of it is ever said again.",
  });
export type CredentialsRequest = z.output<typeof credentialsRequestSchema>;

export const credentialsSchema = z
  .object({
    id: z.string(),
    credential_id: z.string(),
    partner_id: z.string(),
    connector,
    base_url: z.string().nullable(),
    fields: z.array(z.string()).describe("The names of what was stored sealed."),
    replaced_credential_id: z.string().nullable(),
    test: z.object({
      status: z.enum(["ok", "failed", "skipped"]).describe("skipped: there is nobody to ask."),
      ok: z.boolean(),
      message: z.string(),
      latency_ms: z.int().nullable(),
      tested_at: z.string(),
    }),
    created_at: z.string(),
  })
  .meta({ id: "PartnerCredentialsReference" });
export type CredentialsAnswer = z.input<typeof credentialsSchema>;

const text = (max: number) => z.string().trim().max(max).optional();
const placeSchema = z
  .object({
    address: z
      .object({
        line1: text(200),
        city: text(100),
        postal_code: text(20),
        country: text(2),
        location: pointSchema.optional(),
        lat: z.number().min(-90).max(90).optional(),
        lon: z.number().min(-180).max(180).optional(),
      })
      .optional(),
    location: pointSchema.optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    window: z.object({ from: instantSchema, to: instantSchema }).optional(),
  })
  .meta({ id: "SamplePlace" });
export type SamplePlace = z.output<typeof placeSchema>;

const samplePackageSchema = z.object({
  weight: z.number().min(0).max(100_000_000).optional().describe("Grams."),
  volume: z.number().min(0).max(1_000_000).optional().describe("Litres."),
});

export const rateTestRequestSchema = z
  .object({
    pickup: placeSchema.optional(),
    dropoff: placeSchema.optional(),
    stops: z.array(placeSchema).min(2).max(200).optional().describe("The way instead, in order."),
    distance_meters: z.int().min(0).max(5_000_000).optional().describe("By road; absent: estimated."),
    packages: z.array(samplePackageSchema).max(500).default([]),
    service_level: z.enum(["standard", "express", "same_day"]).default("standard"),
    vehicle_type: z.enum(VEHICLE_TYPES).optional(),
  })
  .meta({ id: "RateTestRequest" });
export type RateTestRequest = z.output<typeof rateTestRequestSchema>;

export const rateTestSchema = z
  .object({
    partner_id: z.string(),
    connector,
    test: z.literal(true),
    ok: z.boolean(),
    price: z.object({ amount_cents: z.int(), amount: z.number(), currency: z.string() }).nullable(),
    distance_meters: z.int().nullable(),
    eta_minutes: z.int().nullable(),
    co2_grams: z.int().nullable(),
    quote_id: z.string().nullable(),
    basis: z.enum(["partner", "tariff", "assumed_tariff"]).describe("Who says so; assumed: the partner has no tariff."),
    message: z.string().describe("Why there is no price; empty: there is."),
  })
  .meta({ id: "RateTest" });
export type RateTestAnswer = z.input<typeof rateTestSchema>;

export const performanceQuerySchema = z.object({
  from: instantSchema.optional().describe("Deliveries made from then on; by default 30 days before the end."),
  to: instantSchema.optional().describe("Until before then; by default now."),
});

const share = z.number().min(0).max(100).nullable();
export const performanceSchema = z
  .object({
    partner_id: z.string(),
    from: z.string(),
    to: z.string(),
    deliveries: z.int(),
    delivered: z.int(),
    failed: z.int(),
    on_time: z.int(),
    on_time_pct: share.describe("Of what was delivered and promised; null: nothing was."),
    missed_pickups: z.int(),
    success_pct: share.describe("Of what has ended."),
    avg_delivery_minutes: z.number().nullable().describe("From when it was made."),
    offers: z.object({ made: z.int(), accepted: z.int(), acceptance_pct: share }),
    sla: z.object({
      on_time_target_pct: z.number().nullable().describe("metadata.sla.on_time_pct of the partner."),
      met: z.boolean().nullable(),
    }),
  })
  .meta({ id: "PartnerPerformance" });
export type PerformanceAnswer = z.input<typeof performanceSchema>;

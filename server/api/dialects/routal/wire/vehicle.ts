import { z } from "zod";
import { ownValueSchema } from "@/server/domain/custom-field/custom-fields";
import { emailField, idField, locationSchema, phoneField } from "./common";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const amount = z.number().min(0).nullish();
const window = z.tuple([z.int().min(0).max(86_400), z.int().min(0).max(172_800)]).nullish();

const vehicleRequestSchema = z
  .looseObject({
    external_id: z.string().max(100).nullish(),
    label: z.string().trim().min(1).max(120),
    phone: phoneField,
    email: emailField,
    plate: z.string().max(40).nullish(),
    default_time_window: window.describe("Seconds of the day, from and to."),
    time_window: window,
    default_working_days: z.array(z.enum(DAYS)).nullish(),
    default_max_distance: amount.describe("Metres."),
    default_max_time: amount.describe("Seconds."),
    default_max_weight: amount.describe("Kilograms."),
    default_max_volume: amount.describe("Cubic metres."),
    default_max_services: z.int().min(1).max(10_000).nullish(),
    default_start_location: locationSchema.nullish(),
    default_end_location: locationSchema.nullish(),
    provides: z.array(z.string().min(1).max(60)).max(50).nullish(),
    custom_fields: z.record(z.string().trim().min(1).max(60), ownValueSchema.nullable()).nullish(),
  })
  .meta({ id: "VehicleRequest" });
export type VehicleRequest = z.output<typeof vehicleRequestSchema>;

/** One, or several. */
export const vehiclesRequestSchema = z.union([z.array(vehicleRequestSchema).min(1).max(500), vehicleRequestSchema]);

export const vehicleSchema = z
  .looseObject({
    id: idField,
    organization_id: idField,
    project_id: idField,
    external_id: z.string().nullable(),
    label: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    plate: z.string().nullable(),
    enabled: z.boolean(),
    default_time_window: z.array(z.int()),
    default_max_distance: z.number().nullable(),
    default_max_time: z.number().nullable(),
    default_max_weight: z.number().nullable(),
    default_max_volume: z.number().nullable(),
    default_max_services: z.int().nullable(),
    default_start_location: z.looseObject({}).nullable(),
    default_end_location: z.looseObject({}).nullable(),
    provides: z.array(z.string()),
    custom_fields: z.record(z.string(), z.unknown()),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Vehicle" });
export type VehicleAnswer = z.input<typeof vehicleSchema>;

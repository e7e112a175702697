import { z } from "zod";
import { clock, date, decimal, flag, integer, listOf } from "./common";

const capacity = integer.pipe(z.int().min(0).max(2_000_000_000));
const latitude = decimal.pipe(z.number().min(-90).max(90));
const longitude = decimal.pipe(z.number().min(-180).max(180));
const address = z.string().trim().max(400);
const capacities = {
  vehicleCapacity1: capacity.optional(),
  vehicleCapacity2: capacity.optional(),
  vehicleCapacity3: capacity.optional(),
  vehicleCapacity4: capacity.optional(),
};

export const driverParametersSchema = z.object({
  externalId: z.string().trim().min(1),
  date,
  enabled: flag.optional(),
  workTimeFrom: clock.optional(),
  workTimeTo: clock.optional(),
  assignedVehicle: z.string().trim().min(1).optional(),
  ...capacities,
  startLatitude: latitude.nullish(),
  startLongitude: longitude.nullish(),
  startAddress: address.nullish(),
  endLatitude: latitude.nullish(),
  endLongitude: longitude.nullish(),
  endAddress: address.nullish(),
});
export type DriverParameters = z.output<typeof driverParametersSchema>;

export const driverParametersAnswerSchema = z.object({ success: z.literal(true) });

/** A driver by either name. */
export const driverNameSchema = z
  .object({ serial: z.string().trim(), externalId: z.string().trim() })
  .partial()
  .refine(({ serial, externalId }) => serial || externalId, { message: "is missing" });
export type WireDriverName = z.output<typeof driverNameSchema>;

const place = { address: address.optional(), latitude: latitude.nullish(), longitude: longitude.nullish() };
/** The document calls `custom` `create` in one sentence; it is read as the same. */
const custom = z.enum(["custom", "create"]).transform(() => "custom" as const);
const startLocationSchema = z.union([
  z.object({ type: custom, ...place }),
  z.object({ type: z.literal("employeeDefault") }),
]);
const endLocationSchema = z.union([
  z.object({ type: custom, ...place }),
  z.object({ type: z.enum(["employeeDefault", "startLocation"]) }),
]);
export type LocationType = z.output<typeof endLocationSchema>;

export const dayParametersSchema = z.object({
  driver: driverNameSchema,
  date,
  enabled: flag.optional(),
  workTime: z.object({ from: clock, to: clock }).optional(),
  assignedVehicle: z
    .union([
      z.string().trim().min(1),
      z
        .object({ registration: z.string().trim(), externalId: z.string().trim() })
        .partial()
        .refine(({ registration, externalId }) => registration || externalId, { message: "is missing" }),
    ])
    .optional(),
  ...capacities,
  startLocation: startLocationSchema.optional(),
  endLocation: endLocationSchema.optional(),
});
export type DayParameters = z.output<typeof dayParametersSchema>;

/** The list itself; its items are read one by one, since each fails for itself. */
export const updatesRequestSchema = z.object({ updates: listOf(z.unknown()) });

const MOST_POSITIONS = 100;

const wirePositionSchema = z.object({
  timestamp: integer.pipe(z.int().min(0).max(8_640_000_000_000)),
  latitude,
  longitude,
  accuracy: decimal.nullish(),
  speed: decimal.nullish(),
  heading: decimal.nullish(),
});
export type WirePosition = z.output<typeof wirePositionSchema>;

export const driverPositionsSchema = z.object({
  driver: driverNameSchema,
  positions: z.array(wirePositionSchema).max(MOST_POSITIONS),
});

/** As the list of parameters, but a driver's positions are counted before anything in them is looked at. */
export const positionsRequestSchema = z.object({
  updates: z.array(
    z.unknown().refine((update) => countOf(update) <= MOST_POSITIONS, {
      message: `must not hold more than ${MOST_POSITIONS} positions of one driver`,
    }),
  ),
});

function countOf(update: unknown): number {
  const { positions } = (update ?? {}) as { readonly positions?: unknown };
  return Array.isArray(positions) ? positions.length : 0;
}

export type DriverCode =
  | "ERR_DRIVER_NOT_FOUND"
  | "ERR_MULTIPLE_DRV"
  | "ERR_VEH_NOT_FOUND"
  | "ERR_MULTIPLE_VEH"
  | "ERR_LOC_NOT_VALID"
  | "ERR_MULTIPLE_DRV_POS"
  | "ERR_MISSING_MAND_FIELD"
  | "ERR_INVALID_PARAM_FORMAT";

export const DRIVER_MESSAGES: Readonly<Record<DriverCode, string>> = {
  ERR_DRIVER_NOT_FOUND: "Could not find a driver with the matching id",
  ERR_MULTIPLE_DRV: "Found multiple drivers with matching external id or serial number.",
  ERR_VEH_NOT_FOUND: "Could not find a vehicle with the matching id",
  ERR_MULTIPLE_VEH: "Found multiple vehicles with matching external id or registration.",
  ERR_LOC_NOT_VALID: "Location is not valid.",
  ERR_MULTIPLE_DRV_POS: "Multiple driver positions objects for a single driver",
  ERR_MISSING_MAND_FIELD: "A mandatory field is missing.",
  ERR_INVALID_PARAM_FORMAT: "A field is not valid.",
};

const updateAnswerSchema = z.object({
  success: z.boolean(),
  driver: z.object({ serial: z.string(), externalId: z.string() }).partial().optional(),
  date: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type UpdateAnswer = z.output<typeof updateAnswerSchema>;

/** `success`: at least one of them was. */
export const updatesAnswerSchema = z.object({ updates: z.array(updateAnswerSchema), success: z.boolean() });

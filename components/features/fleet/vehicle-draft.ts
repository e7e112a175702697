import { amountText, keptAmount, parseAmount } from "@/components/lib/parse-amount";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { MAX_CAPACITY } from "@/server/domain/intake/validate-fleet-row";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { ShownUnits } from "@/server/domain/unit/shown-units";
import { type VehicleInput, vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";
import { draftOfOwn, type OwnDraft, readOwn } from "./own-values";
import type { Project, Vehicle } from "./use-fleet";

type Dimensions = Project["loadDimensions"];

/** A vehicle while it is edited, in its reader's units. Every limit may be empty: no limit. */
export interface VehicleDraft {
  readonly label: string;
  readonly registration: string;
  readonly externalId: string;
  readonly profile: TravelProfile;
  readonly capacity0: string;
  readonly capacity1: string;
  readonly capacity2: string;
  readonly capacity3: string;
  readonly features: readonly string[];
  readonly maxStops: string;
  readonly maxDistance: string;
  readonly maxDriveHours: string;
  readonly fixedCost: string;
  readonly costPerDistance: string;
  readonly emissions: string;
  readonly ownFields: OwnDraft;
}

const [MOST_METERS, MOST_GRAMS] = [10_000_000, 5000];

export const CAPACITY_FIELDS = ["capacity0", "capacity1", "capacity2", "capacity3"] as const;

export const NEW_VEHICLE: VehicleDraft = {
  label: "",
  registration: "",
  externalId: "",
  profile: "van",
  capacity0: "",
  capacity1: "",
  capacity2: "",
  capacity3: "",
  features: [],
  maxStops: "",
  maxDistance: "",
  maxDriveHours: "",
  fixedCost: "",
  costPerDistance: "",
  emissions: "",
  ownFields: {},
};

type Unit = Parameters<typeof amountText>[1];

const limitText = (stored: number | null, unit: Unit) => (stored === null ? "" : amountText(stored, unit));
const costText = (cents: number, unit: Unit) => (cents === 0 ? "" : amountText(cents, unit));

export function draftOfVehicle(vehicle: Vehicle, dimensions: Dimensions, units: ShownUnits): VehicleDraft {
  const capacity = (index: number) => {
    const stored = vehicle.capacity[index] ?? MAX_CAPACITY;
    return stored >= MAX_CAPACITY ? "" : amountText(stored, dimensions[index] ?? 1);
  };
  return {
    label: vehicle.label,
    registration: vehicle.registration,
    externalId: vehicle.externalId,
    profile: vehicle.profile,
    capacity0: capacity(0),
    capacity1: capacity(1),
    capacity2: capacity(2),
    capacity3: capacity(3),
    features: vehicle.features,
    maxStops: limitText(vehicle.maxStops, 1),
    maxDistance: limitText(vehicle.maxDistanceMeters, units.distance),
    maxDriveHours: limitText(vehicle.maxDriveSeconds, 3600),
    fixedCost: costText(vehicle.fixedCostCents, 100),
    costPerDistance: costText(vehicle.costPerKmCents, units.moneyPerDistance),
    emissions: limitText(vehicle.emissionGramsPerKm, units.gramsPerDistance),
    ownFields: draftOfOwn(vehicle.customFields),
  };
}

/** An amount in stored units; null when the field is empty; undefined when it is not an amount in range. */
function readLimit(text: string, unit: Unit, min: number, max: number): number | null | undefined {
  if (text.trim() === "") return null;
  const amount = parseAmount(text);
  if (amount === null) return undefined;
  const stored = keptAmount(amount, typeof unit === "number" ? { perUnit: unit } : unit);
  return stored >= min && stored <= max ? stored : undefined;
}

/** The vehicle to save, in stored units; or what is wrong, by field. `dimensions` as their reader types them. */
export function checkVehicle(
  t: Words<"fleet">,
  draft: VehicleDraft,
  dimensions: Dimensions,
  definitions: Project["vehicleFieldDefinitions"],
  before: CustomFieldValues,
): Checked<VehicleInput, VehicleDraft> {
  const errors: { -readonly [Key in keyof VehicleDraft]?: string } = {};
  const { units } = t.format;
  const most = t.format.distance(MOST_METERS);
  const grams = { most: Math.floor(MOST_GRAMS / units.gramsPerDistance.perUnit) };
  const limit = (field: keyof VehicleDraft, unit: Unit, min: number, max: number, problem: string) => {
    const stored = readLimit(String(draft[field]), unit, min, max);
    if (stored === undefined) errors[field] = problem;
    return stored ?? null;
  };
  if (!draft.label.trim()) errors.label = t("problem.vehicleName");
  const capacity = CAPACITY_FIELDS.map((field, index) => {
    return limit(field, dimensions[index] ?? 1, 0, MAX_CAPACITY - 1, t("problem.amountOrEmpty")) ?? MAX_CAPACITY;
  });
  const own = readOwn(definitions, draft.ownFields, before);
  if (own.problems.size > 0) errors.ownFields = t("problem.ownFields");
  const parsed = vehicleSchema.safeParse({
    label: draft.label,
    registration: draft.registration,
    externalId: draft.externalId,
    profile: draft.profile,
    capacity,
    features: draft.features,
    maxStops: limit("maxStops", 1, 1, 10_000, t("problem.stops")),
    maxDistanceMeters: limit("maxDistance", units.distance, 1, MOST_METERS, t("problem.distance", { most })),
    maxDriveSeconds: limit("maxDriveHours", 3600, 1, 172_800, t("problem.hours")),
    fixedCostCents: limit("fixedCost", 100, 0, 100_000_000, t("problem.fixedCost")) ?? 0,
    costPerKmCents: limit("costPerDistance", units.moneyPerDistance, 0, 100_000_000, t("problem.costPerDistance")) ?? 0,
    emissionGramsPerKm: limit("emissions", units.gramsPerDistance, 0, MOST_GRAMS, t("problem.emissions", grams)),
    customFields: own.values,
  });
  for (const { path } of parsed.error?.issues ?? []) {
    if (path[0] === "label") errors.label ??= t("problem.longName");
    if (path[0] === "externalId") errors.externalId = t("problem.longName");
    if (path[0] === "registration") errors.registration = t("problem.registration");
  }
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}

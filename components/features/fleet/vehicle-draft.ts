import { amountText, parseAmount } from "@/components/lib/parse-amount";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { MAX_CAPACITY } from "@/server/domain/intake/validate-fleet-row";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { type VehicleInput, vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";
import { draftOfOwn, type OwnDraft, readOwn } from "./own-values";
import type { Project, Vehicle } from "./use-fleet";

type Dimensions = Project["loadDimensions"];

/** A vehicle while it is edited. Every limit may be empty: no limit. */
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
  readonly maxDistanceKm: string;
  readonly maxDriveHours: string;
  readonly fixedCost: string;
  readonly costPerKm: string;
  readonly emissions: string;
  readonly ownFields: OwnDraft;
}

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
  maxDistanceKm: "",
  maxDriveHours: "",
  fixedCost: "",
  costPerKm: "",
  emissions: "",
  ownFields: {},
};

const limitText = (stored: number | null, perUnit: number) => (stored === null ? "" : amountText(stored, perUnit));
const costText = (cents: number) => (cents === 0 ? "" : amountText(cents, 100));

export function draftOfVehicle(vehicle: Vehicle, dimensions: Dimensions): VehicleDraft {
  const capacity = (index: number) => {
    const stored = vehicle.capacity[index] ?? MAX_CAPACITY;
    return stored >= MAX_CAPACITY ? "" : amountText(stored, dimensions[index]?.perUnit ?? 1);
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
    maxDistanceKm: limitText(vehicle.maxDistanceMeters, 1000),
    maxDriveHours: limitText(vehicle.maxDriveSeconds, 3600),
    fixedCost: costText(vehicle.fixedCostCents),
    costPerKm: costText(vehicle.costPerKmCents),
    emissions: limitText(vehicle.emissionGramsPerKm, 1),
    ownFields: draftOfOwn(vehicle.customFields),
  };
}

/** An amount in stored units; null when the field is empty; undefined when it is not an amount in range. */
function readLimit(text: string, perUnit: number, min: number, max: number): number | null | undefined {
  if (text.trim() === "") return null;
  const amount = parseAmount(text);
  if (amount === null) return undefined;
  const stored = Math.round(amount * perUnit);
  return stored >= min && stored <= max ? stored : undefined;
}

/** The vehicle to save, in stored units; or what is wrong, by field. */
export function checkVehicle(
  t: Words<"fleet">,
  draft: VehicleDraft,
  dimensions: Dimensions,
  definitions: Project["vehicleFieldDefinitions"],
  before: CustomFieldValues,
): Checked<VehicleInput, VehicleDraft> {
  const errors: { -readonly [Key in keyof VehicleDraft]?: string } = {};
  const limit = (field: keyof VehicleDraft, perUnit: number, min: number, max: number, problem: string) => {
    const stored = readLimit(String(draft[field]), perUnit, min, max);
    if (stored === undefined) errors[field] = problem;
    return stored ?? null;
  };
  if (!draft.label.trim()) errors.label = t("problem.vehicleName");
  const capacity = CAPACITY_FIELDS.map((field, index) => {
    const perUnit = dimensions[index]?.perUnit ?? 1;
    return limit(field, perUnit, 0, MAX_CAPACITY - 1, t("problem.amountOrEmpty")) ?? MAX_CAPACITY;
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
    maxDistanceMeters: limit("maxDistanceKm", 1000, 1, 10_000_000, t("problem.kilometres")),
    maxDriveSeconds: limit("maxDriveHours", 3600, 1, 172_800, t("problem.hours")),
    fixedCostCents: limit("fixedCost", 100, 0, 100_000_000, t("problem.fixedCost")) ?? 0,
    costPerKmCents: limit("costPerKm", 100, 0, 100_000_000, t("problem.costPerKm")) ?? 0,
    emissionGramsPerKm: limit("emissions", 1, 0, 5000, t("problem.emissions")),
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

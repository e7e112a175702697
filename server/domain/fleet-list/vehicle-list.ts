import type { CustomFieldDefinition, CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { accepted, type CellResult, refused } from "@/server/domain/intake/cell-result";
import { parseCellList } from "@/server/domain/intake/parse-cell-list";
import { parseCellCount, parseCellDecimal } from "@/server/domain/intake/parse-cell-number";
import { parseCellText } from "@/server/domain/intake/parse-cell-text";
import {
  loadParser,
  MAX_CAPACITY,
  parseEmissionGrams,
  parseMoneyCents,
  parseRateCents,
  parseVehicleType,
} from "@/server/domain/intake/validate-fleet-row";
import type { LoadDimension } from "@/server/domain/project/project-schema";
import type { VehicleInput } from "@/server/domain/vehicle/vehicle-schema";
import { customColumns, type ListColumn, orElse, partColumn } from "./list-column";

/** A vehicle as its list writes it. */
export type VehicleLine = Required<Omit<VehicleInput, "partnerId" | "metadata" | "extensions" | "customFields">> & {
  readonly customFields: CustomFieldValues;
};

/** A vehicle nobody has said anything of. */
export const NEW_VEHICLE: VehicleLine = {
  label: "",
  externalId: "",
  registration: "",
  profile: "van",
  capacity: [MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY, MAX_CAPACITY],
  features: [],
  maxStops: null,
  maxDistanceMeters: null,
  maxDriveSeconds: null,
  fixedCostCents: 0,
  costPerKmCents: 0,
  emissionGramsPerKm: null,
  customFields: {},
};

/** The columns of a project's list of vehicles. */
export function vehicleColumns(
  dimensions: readonly LoadDimension[],
  definitions: readonly CustomFieldDefinition[],
): ListColumn<VehicleLine>[] {
  const part = partColumn<VehicleLine, keyof VehicleLine>;
  const line = (heading: string, key: "label" | "registration" | "externalId", max: number) =>
    partColumn<VehicleLine, typeof key>(heading, key, String, (text) => parseCellText(text, max));
  const count = (max: number, what: string) => orElse<number | null>(null, (text) => parseCellCount(text, max, what));
  return [
    line("name", "label", 120),
    line("external_id", "externalId", 120),
    line("registration", "registration", 40),
    part("vehicle_type", "profile", String, orElse<VehicleLine["profile"]>("van", parseVehicleType)),
    ...dimensions.map((dimension, index) => loadColumn(dimension, index)),
    partColumn("features", "features", writeList, orElse<string[]>([], parseCellList)),
    partColumn("max_stops", "maxStops", orBlank(1), count(10_000, "Most stops")),
    partColumn("max_distance_km", "maxDistanceMeters", orBlank(1000), scaled(1000)),
    partColumn("max_drive_min", "maxDriveSeconds", orBlank(60), scaled(60)),
    partColumn("cost_per_start", "fixedCostCents", writeMoney, orElse(0, parseMoneyCents)),
    partColumn("cost_per_km", "costPerKmCents", writeRate, orElse(0, parseRateCents)),
    partColumn("co2_g_per_km", "emissionGramsPerKm", orBlank(1), orElse<number | null>(null, parseEmissionGrams)),
    ...customColumns<VehicleLine>(definitions),
  ];
}

/** One of the four loads, in the project's unit; empty: no limit. */
function loadColumn({ name, unit, perUnit }: LoadDimension, index: number): ListColumn<VehicleLine> {
  return {
    heading: `capacity_${index + 1} ${name}${unit && ` (${unit})`}`,
    key: "capacity",
    write: ({ capacity }) => (capacity[index] === MAX_CAPACITY ? "" : String(capacity[index]! / perUnit)),
    apply(row, text) {
      const result = orElse(MAX_CAPACITY, loadParser(perUnit))(text);
      if (!result.ok) return result;
      const capacity = row.capacity.with(index, result.value) as VehicleLine["capacity"];
      return accepted({ ...row, capacity }, result.warning);
    },
  };
}

/** A number as text; empty where there is none. */
function orBlank(perUnit: number) {
  return (value: number | null): string => (value === null ? "" : String(value / perUnit));
}

/** A number in a unit people use, as whole small ones. */
function scaled(perUnit: number): (text: string) => CellResult<number | null> {
  return orElse<number | null>(null, (text) => {
    const number = parseCellDecimal(text);
    if (!number.ok) return number;
    if (number.value < 0) return refused("negative", `“${text}” is negative. Use 0 or more.`);
    return accepted(Math.round(number.value * perUnit), number.warning);
  });
}

/** Entries as a cell holds them. */
export const writeList = (entries: readonly string[]): string => entries.join("; ");

/** Cents as an amount. */
export const writeMoney = (cents: number): string => (cents / 100).toFixed(2);

/** Cents of which parts count, as an amount. */
const writeRate = (cents: number): string => (Number.isInteger(cents) ? writeMoney(cents) : (cents / 100).toFixed(4));

import { type DriverBreak, driverBreakSchema } from "@/server/domain/driver/driver-break";
import type { LatLng } from "@/server/domain/geo";
import type { Loads } from "@/server/domain/plan/routing-problem";
import { TRAVEL_PROFILES, type TravelProfile } from "@/server/domain/travel/travel-profile";
import { toRate } from "@/server/domain/unit/kept-numbers";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { FLEET_COLUMN_BY_KEY, type FleetField, type FleetMapping } from "./fleet-columns";
import { type FleetOwnFields, readOwnFields, type SaidValues } from "./fleet-own-fields";
import { foldText } from "./fold-text";
import { names } from "./intake-column";
import type { RowIssue } from "./intake-issue";
import { parseCellClock } from "./parse-cell-clock";
import { parseCellEmail, parseCellPhone } from "./parse-cell-contact";
import { parseCellList } from "./parse-cell-list";
import { parseCellMinutes } from "./parse-cell-minutes";
import { parseCellCount, parseCellDecimal } from "./parse-cell-number";
import { parseCellVolumeMilliliters, parseCellWeightGrams } from "./parse-cell-quantity";
import { parseCellText } from "./parse-cell-text";
import { closeWindow } from "./parse-cell-windows";
import { readPosition } from "./read-position";
import { RowReader } from "./row-reader";

/** One driver's usual day. Money in cents, times in wall-clock seconds of the day (beyond 86,400 after midnight). */
export interface FleetEntry {
  readonly externalId: string;
  readonly driver: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly skills: readonly string[];
    /** Absent, here and below: the file says nothing of it. */
    readonly customFields?: SaidValues;
  };
  readonly vehicle: {
    readonly registration: string;
    readonly type: TravelProfile;
    /** Grams, millilitres, parcels, free; a dimension the file does not limit is `MAX_CAPACITY`. */
    readonly capacity: Loads;
    /** The file has a column for the fourth of them. */
    readonly hasFourthLoad: boolean;
    readonly maxStops?: number;
    readonly features: readonly string[];
    readonly emissionGramsPerKm?: number | null;
    readonly customFields?: SaidValues;
  };
  readonly depot: { readonly name: string; readonly position?: LatLng };
  readonly shift: { readonly fromSeconds: number; readonly toSeconds: number };
  /** Absent where the file says nothing of breaks. */
  readonly breaks?: readonly DriverBreak[];
  readonly costPerKmCents: number;
  readonly costPerHourCents: number;
  readonly fixedCostCents: number;
}

export interface FleetFile {
  readonly headers: readonly string[];
  readonly mapping: FleetMapping;
  /** ISO 3166-1 alpha-2 for phone numbers and for telling swapped coordinates. */
  readonly country: string;
  readonly zone: string;
  /** Stored integers per unit of the project's fourth load. */
  readonly fourthPerUnit?: number;
  readonly own?: FleetOwnFields;
}

export type FleetRowVerdict =
  | { readonly ok: true; readonly entry: FleetEntry; readonly warnings: readonly RowIssue[] }
  | {
      readonly ok: false;
      readonly errors: readonly RowIssue[];
      readonly warnings: readonly RowIssue[];
      /** There where all that is wrong is of own fields, as they were read: what is kept so already may stay. */
      readonly entry?: FleetEntry;
    };

/** What stands for "no limit" in a load dimension. */
export const MAX_CAPACITY = 2_000_000_000;
const MOST_GRAMS_PER_KM = 5000;
const NO_FIELDS: FleetOwnFields = { driver: [], vehicle: [] };
const DAY_SECONDS = 86_400;
const SHIFT = { fromSeconds: 8 * 3600, toSeconds: 17 * 3600 };
const TYPE_WORDS: Readonly<Record<TravelProfile, readonly string[]>> = {
  car: ["car", "auto", "pkw", "voiture", "coche", "bil", "personbil"],
  van: names(
    "van, delivery van, minivan, lieferwagen, transporter, sprinter, camionnette, fourgon, furgoneta, furgon, varevogn, varebil, kassevogn",
  ),
  truck: ["truck", "lorry", "hgv", "lkw", "camion", "poids lourd", "lastbil"],
  bike: names(
    "bike, bicycle, cargo bike, ebike, e bike, lastenrad, fahrrad, velo, velo cargo, bici, bicicleta, cykel, ladcykel",
  ),
  foot: ["foot", "on foot", "walk", "walker", "walking", "zu fuss", "a pied", "a pie", "til fods"],
};
const TYPE_BY_WORD = new Map(TRAVEL_PROFILES.flatMap((type) => TYPE_WORDS[type].map((word) => [word, type] as const)));

/** One row of a fleet file, or every reason why it cannot be used, each naming its column and what to do. */
export function validateFleetRow(cells: readonly string[], file: FleetFile): FleetRowVerdict {
  const reader = new RowReader<FleetField>(cells, file.headers, file.mapping, FLEET_COLUMN_BY_KEY);
  const line = (field: FleetField, max: number) => reader.read(field, (text) => parseCellText(text, max)) ?? "";
  const money = (field: FleetField) => reader.read(field, parseMoneyCents) ?? 0;
  const externalId = line("external_id", 120);
  const name = line("driver_name", 120);
  if (name === "" && externalId === "" && reader.text("driver_name") === "" && reader.text("external_id") === "") {
    const field = reader.isMapped("driver_name") ? "driver_name" : "external_id";
    reader.refuse(field, "required", "Neither a driver nor a number is given. Fill one of them in.");
  }
  const maxStops = reader.read("max_stops", (text) => parseCellCount(text, 10_000, "Most stops"));
  const position = readPosition(reader, { lat: "depot_lat", lng: "depot_lon" }, { country: file.country });
  const shift = readShift(reader, file.zone);
  const breaks = readBreak(reader, file.zone, shift.toSeconds > DAY_SECONDS ? shift.fromSeconds : 0);
  const co2 = reader.read("co2_g_per_km", parseEmissionGrams) ?? null;
  const own = readOwnFields(reader, file.mapping, file.own ?? NO_FIELDS);
  const entry: FleetEntry = {
    externalId: externalId || name,
    driver: {
      name: name || externalId,
      email: reader.read("driver_email", parseCellEmail) ?? "",
      phone: reader.read("driver_phone", (text) => parseCellPhone(text, file.country)) ?? "",
      skills: reader.read("skills", (text) => parseCellList(text)) ?? [],
      ...(own.driver && { customFields: own.driver }),
    },
    vehicle: {
      registration: line("vehicle_registration", 40),
      type: reader.read("vehicle_type", parseVehicleType) ?? "van",
      capacity: [
        reader.read("capacity_kg", parseCellWeightGrams) ?? MAX_CAPACITY,
        reader.read("capacity_l", parseCellVolumeMilliliters) ?? MAX_CAPACITY,
        reader.read("capacity_parcels", (text) => parseCellCount(text, 1_000_000, "Parcels")) ?? MAX_CAPACITY,
        reader.read("capacity_4", loadParser(file.fourthPerUnit ?? 1)) ?? MAX_CAPACITY,
      ],
      hasFourthLoad: reader.isMapped("capacity_4"),
      ...(maxStops !== undefined && { maxStops }),
      features: reader.read("features", (text) => parseCellList(text)) ?? [],
      ...(reader.isMapped("co2_g_per_km") && { emissionGramsPerKm: co2 }),
      ...(own.vehicle && { customFields: own.vehicle }),
    },
    depot: { name: line("depot_name", 120), ...(position && { position }) },
    shift,
    ...(breaks && { breaks }),
    costPerKmCents: reader.read("cost_per_km", parseRateCents) ?? 0,
    costPerHourCents: money("cost_per_hour"),
    fixedCostCents: money("fixed_cost"),
  };
  const { errors, warnings } = reader;
  if (errors.length === 0) return { ok: true, entry, warnings };
  const isOfOwnFields = errors.every(({ field }) => Object.hasOwn(file.mapping.custom, field));
  return { ok: false, errors, warnings, ...(isOfOwnFields && { entry }) };
}

/** Both ends, or the usual 08:00–17:00 for the one that is missing. A night shift ends the next day. */
function readShift(reader: RowReader<FleetField>, zone: string): { fromSeconds: number; toSeconds: number } {
  const clock = (field: FleetField) => reader.read(field, (text) => parseCellClock(text, zone))?.seconds;
  const fromSeconds = clock("shift_from") ?? SHIFT.fromSeconds;
  const toSeconds = clock("shift_to") ?? SHIFT.toSeconds;
  const field = reader.text("shift_to") === "" ? "shift_from" : "shift_to";
  const shift = reader.read(field, () => closeWindow(fromSeconds, toSeconds));
  return shift ? { fromSeconds: shift.fromSeconds, toSeconds: shift.toSeconds } : SHIFT;
}

const BREAK_FIELDS = ["break_from", "break_to", "break_minutes"] as const;

/** All three of a break's cells, or none of them; a time before the earliest one is the next day's, unless the window reaches it. */
function readBreak(reader: RowReader<FleetField>, zone: string, earliestSeconds: number): DriverBreak[] | undefined {
  if (!BREAK_FIELDS.some((field) => reader.isMapped(field))) return undefined;
  if (BREAK_FIELDS.every((field) => reader.text(field) === "")) return [];
  const missing = BREAK_FIELDS.find((field) => reader.text(field) === "");
  if (missing !== undefined) {
    const where = reader.isMapped(missing) ? missing : BREAK_FIELDS.find((field) => reader.text(field) !== "")!;
    reader.refuse(where, "required", "A break needs its earliest and latest begin and its minutes.");
    return [];
  }
  const clock = (field: FleetField) => reader.read(field, (text) => parseCellClock(text, zone))?.seconds;
  const [from, to] = [clock("break_from"), clock("break_to")];
  const durationSeconds = reader.read("break_minutes", parseCellMinutes);
  if (from === undefined || to === undefined || durationSeconds === undefined) return [];
  const reachesIn = from <= to && to >= earliestSeconds;
  const fromSeconds = from < earliestSeconds && !reachesIn ? from + DAY_SECONDS : from;
  const toSeconds = to < fromSeconds % DAY_SECONDS || fromSeconds !== from ? to + DAY_SECONDS : to;
  const parsed = driverBreakSchema.safeParse({ fromSeconds, toSeconds, durationSeconds });
  if (parsed.success) return [parsed.data];
  reader.refuse("break_minutes", "invalid", "A break lasts 1 to 240 minutes.");
  return [];
}

/** A load in the unit people see, as whole stored ones. */
export function loadParser(perUnit: number): (text: string) => CellResult<number> {
  return (text) => {
    const amount = parseCellDecimal(text);
    if (!amount.ok) return amount;
    if (amount.value < 0) return refused("negative", `${quoted(text)} is negative. Use 0 or more.`);
    const stored = Math.round(amount.value * perUnit);
    if (stored > MAX_CAPACITY) return refused("too_large", `${quoted(text)} is more than can be counted.`);
    return accepted(stored, amount.warning);
  };
}

/** Grams of CO₂ by the kilometre, parts of them too. */
export function parseEmissionGrams(text: string): CellResult<number> {
  const grams = parseCellDecimal(text);
  if (!grams.ok) return grams;
  if (grams.value < 0) return refused("negative", `${quoted(text)} is negative. Use 0 or more.`);
  if (grams.value > MOST_GRAMS_PER_KM) {
    return refused("too_large", `${quoted(text)} is more than 5,000. Check the CO₂.`);
  }
  return accepted(toRate(grams.value), grams.warning);
}

/** What a vehicle is, by its word in several languages. */
export function parseVehicleType(text: string): CellResult<TravelProfile> {
  const type = TYPE_BY_WORD.get(foldText(text));
  if (type) return accepted(type);
  return refused("unknown_vehicle_type", `${quoted(text)} is not a vehicle type. Use ${TRAVEL_PROFILES.join(", ")}.`);
}

/** An amount in the account's currency as whole cents; a currency sign is left out. */
export function parseMoneyCents(text: string): CellResult<number> {
  return parseMoney(text, Math.round);
}

/** A price by the kilometre, in cents of which parts count. */
export function parseRateCents(text: string): CellResult<number> {
  return parseMoney(text, toRate);
}

function parseMoney(text: string, kept: (cents: number) => number): CellResult<number> {
  const amount = parseCellDecimal(text.replace(/^\s*[€$£]|\s*(€|\$|£|kr\.?|eur|usd|gbp|dkk)\s*$/gi, "").trim());
  if (!amount.ok) return refused("not_a_number", `${quoted(text)} is not an amount. Use digits, like 24.50.`);
  if (amount.value < 0) return refused("negative", `${quoted(text)} is negative. A cost must be 0 or more.`);
  if (amount.value > 1_000_000) return refused("too_large", `${quoted(text)} is more than a million. Check the cost.`);
  return accepted(kept(amount.value * 100), amount.warning);
}

import type { CustomFieldDefinition, CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import type { DriverBreak } from "@/server/domain/driver/driver-break";
import { DRIVER_STATUSES, type DriverInput } from "@/server/domain/driver/driver-schema";
import { accepted, type CellResult, quoted, refused } from "@/server/domain/intake/cell-result";
import { parseCellEmail, parseCellPhone } from "@/server/domain/intake/parse-cell-contact";
import { parseCellList } from "@/server/domain/intake/parse-cell-list";
import { parseCellText } from "@/server/domain/intake/parse-cell-text";
import { parseMoneyCents } from "@/server/domain/intake/validate-fleet-row";
import { customColumns, type ListColumn, orElse, partColumn } from "./list-column";
import { writeList, writeMoney } from "./vehicle-list";

type Said = Required<Omit<DriverInput, "partnerId" | "metadata" | "extensions" | "customFields" | "breaks">>;

/** A driver as his list writes him. */
export type DriverLine = Said & { readonly breaks: readonly DriverBreak[]; readonly customFields: CustomFieldValues };

/** A driver nobody has said anything of. */
export const NEW_DRIVER: DriverLine = {
  name: "",
  externalId: "",
  serial: "",
  email: "",
  phone: "",
  skills: [],
  status: "active",
  shiftFromSeconds: 8 * 3600,
  shiftToSeconds: 17 * 3600,
  breaks: [],
  vehicleId: null,
  depotId: null,
  endDepotId: null,
  costPerHourCents: 0,
  customFields: {},
};

/** Things of a project that have a name. */
export type Named = readonly { readonly id: string; readonly name: string }[];

export interface DriverListTerms {
  /** ISO 3166-1 alpha-2 for phone numbers. */
  readonly country: string;
  readonly vehicles: Named;
  readonly depots: Named;
  readonly definitions: readonly CustomFieldDefinition[];
}

/** The columns of a project's list of drivers. Vehicle and depots go by their names. */
export function driverColumns({ country, vehicles, depots, definitions }: DriverListTerms): ListColumn<DriverLine>[] {
  const line = (heading: string, key: "name" | "externalId" | "serial") =>
    partColumn<DriverLine, typeof key>(heading, key, String, (text) => parseCellText(text, 120));
  const named = (heading: string, key: "vehicleId" | "depotId" | "endDepotId", things: Named) =>
    partColumn<DriverLine, typeof key>(heading, key, nameIn(things), orElse<string | null>(null, idIn(things)));
  return [
    line("name", "name"),
    line("external_id", "externalId"),
    line("number", "serial"),
    partColumn("email", "email", String, orElse("", parseCellEmail)),
    partColumn(
      "phone",
      "phone",
      String,
      orElse("", (text) => parseCellPhone(text, country)),
    ),
    partColumn("status", "status", String, orElse<DriverLine["status"]>("active", parseStatus)),
    partColumn("skills", "skills", writeList, orElse<string[]>([], parseCellList)),
    partColumn("shift_from", "shiftFromSeconds", writeClock, parseClock),
    partColumn("shift_to", "shiftToSeconds", writeClock, parseClock),
    partColumn("breaks", "breaks", writeBreaks, orElse<readonly DriverBreak[]>([], parseBreaks)),
    named("vehicle", "vehicleId", vehicles),
    named("depot", "depotId", depots),
    named("end_depot", "endDepotId", depots),
    partColumn("cost_per_hour", "costPerHourCents", writeMoney, orElse(0, parseMoneyCents)),
    ...customColumns<DriverLine>(definitions),
  ];
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `07:30`; after midnight `26:00`; seconds only where there are some. */
function writeClock(seconds: number): string {
  const rest = seconds % 60;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
  return rest === 0 ? clock : `${clock}:${two(rest)}`;
}

const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;

function parseClock(text: string): CellResult<number> {
  const match = CLOCK.exec(text);
  const seconds = match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : Number.NaN;
  if (seconds <= 172_800) return accepted(seconds);
  return refused("bad_time", `${quoted(text)} is not a time. Write 00:00 to 48:00, after midnight 26:00 for 02:00.`);
}

const writeBreaks = (breaks: readonly DriverBreak[]): string =>
  breaks
    .map(({ fromSeconds, toSeconds, durationSeconds }) => {
      return `${writeClock(fromSeconds)}-${writeClock(toSeconds)} ${durationSeconds / 60} min`;
    })
    .join("; ");

function parseBreaks(text: string): CellResult<readonly DriverBreak[]> {
  const breaks: DriverBreak[] = [];
  for (const part of text.split(";").map((each) => each.trim())) {
    const match = /^([\d:]+)\s*[-–]\s*([\d:]+)\s+(\d{1,3}(?:\.\d+)?) min$/.exec(part);
    const [from, to] = [parseClock(match?.[1] ?? ""), parseClock(match?.[2] ?? "")];
    if (!match || !from.ok || !to.ok) {
      return refused("bad_time", `${quoted(part)} is not a break. Write 11:30-13:00 30 min, several parted by “;”.`);
    }
    breaks.push({ fromSeconds: from.value, toSeconds: to.value, durationSeconds: Math.round(Number(match[3]) * 60) });
  }
  return accepted(breaks);
}

function parseStatus(text: string): CellResult<DriverLine["status"]> {
  const status = DRIVER_STATUSES.find((each) => each === text.toLowerCase());
  return status
    ? accepted(status)
    : refused("invalid", `${quoted(text)} is no status. Use ${DRIVER_STATUSES.join(", ")}.`);
}

function nameIn(things: Named) {
  return (id: string | null): string => things.find((thing) => thing.id === id)?.name ?? "";
}

function idIn(things: Named) {
  return (text: string): CellResult<string> => {
    const [thing, ...others] = things.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (!thing) return refused("unknown_name", `There is no ${quoted(text)} in this project.`);
    if (others.length > 0) return refused("unknown_name", `There are several ${quoted(text)} in this project.`);
    return accepted(thing.id);
  };
}

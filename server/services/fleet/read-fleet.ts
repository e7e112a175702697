import "server-only";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { columnsOf } from "@/server/domain/intake/column-mapping";
import type { FleetMapping } from "@/server/domain/intake/fleet-columns";
import { type FleetOwnFields, guessFleetMapping } from "@/server/domain/intake/fleet-own-fields";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import { type FleetEntry, type FleetFile, validateFleetRow } from "@/server/domain/intake/validate-fleet-row";
import type { ReadFile } from "@/server/ports/order-file-reader";
import { ServiceError } from "../kernel/service-error";

const SAMPLE_ROWS = 50;

export interface FaultyRow {
  readonly rowNumber: number;
  readonly errors: readonly RowIssue[];
}

/** A line that can be used, and where it stands in the file. */
export interface ReadEntry extends FleetEntry {
  readonly rowNumber: number;
  /** Values of own fields that cannot be, unless they are what is kept. */
  readonly doubts: readonly RowIssue[];
}

export interface ReadFleet {
  readonly entries: readonly ReadEntry[];
  readonly faults: readonly FaultyRow[];
  readonly headers: readonly string[];
  readonly mapping: FleetMapping;
}

/** What a project has its drivers and vehicles asked of their own. */
export function ownFieldsOf(project: ProjectRow): FleetOwnFields {
  return { driver: project.driverFieldDefinitions, vehicle: project.vehicleFieldDefinitions };
}

/** What the lines of a fleet file of a project are read by. */
export function fleetFileOf({ headers, rows }: Pick<ReadFile, "headers" | "rows">, project: ProjectRow): FleetFile {
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
  const own = ownFieldsOf(project);
  const mapping = guessFleetMapping(headers, sample, own);
  const fourthPerUnit = project.loadDimensions[3]?.perUnit ?? 1;
  return { headers, mapping, country: project.defaultCountry, zone: project.timeZone, fourthPerUnit, own };
}

/** A fleet file's rows that can be used, each number once, and those that cannot with the reasons. */
export function readFleet({ headers, rows }: ReadFile, project: ProjectRow): ReadFleet {
  const file = fleetFileOf({ headers, rows }, project);
  const { mapping } = file;
  const entries = new Map<string, ReadEntry>();
  const faults: FaultyRow[] = [];
  for (const { rowNumber, cells } of rows) {
    const verdict = validateFleetRow(cells, file);
    const { entry } = verdict;
    const errors = verdict.ok ? [] : verdict.errors;
    if (!entry) faults.push({ rowNumber, errors });
    else if (entries.has(entry.externalId)) {
      const columnIndex = columnsOf(mapping, "external_id")[0];
      const column = columnIndex === undefined ? "" : (headers[columnIndex] ?? "");
      const { externalId } = entry;
      const message = `“${externalId}” is already the number of an earlier line. Change one of them.`;
      faults.push({
        rowNumber,
        errors: [{ field: "external_id", column, code: "duplicate_id", message, value: externalId }],
      });
    } else entries.set(entry.externalId, { ...entry, rowNumber, doubts: errors });
  }
  if (entries.size > 0) return { entries: [...entries.values()], faults, headers, mapping };
  const first = faults[0]?.errors[0]?.message ?? "";
  throw new ServiceError("invalid", `No line of this file is a driver with a vehicle. ${first}`, {
    reason: "no-usable-vehicle",
    faults: faults.slice(0, SAMPLE_ROWS),
  });
}

import "server-only";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { columnsOf } from "@/server/domain/intake/column-mapping";
import type { FleetMapping } from "@/server/domain/intake/fleet-columns";
import { type FleetOwnFields, guessFleetMapping } from "@/server/domain/intake/fleet-own-fields";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import { type FleetEntry, validateFleetRow } from "@/server/domain/intake/validate-fleet-row";
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

/** A fleet file's rows that can be used, each number once, and those that cannot with the reasons. */
export function readFleet({ headers, rows }: ReadFile, project: ProjectRow): ReadFleet {
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
  const own = ownFieldsOf(project);
  const mapping = guessFleetMapping(headers, sample, own);
  const fourthPerUnit = project.loadDimensions[3]?.perUnit ?? 1;
  const file = { headers, mapping, country: project.defaultCountry, zone: project.timeZone, fourthPerUnit, own };
  const entries = new Map<string, ReadEntry>();
  const faults: FaultyRow[] = [];
  for (const { rowNumber, cells } of rows) {
    const verdict = validateFleetRow(cells, file);
    if (!verdict.ok) faults.push({ rowNumber, errors: verdict.errors });
    else if (entries.has(verdict.entry.externalId)) {
      const columnIndex = columnsOf(mapping, "external_id")[0];
      const column = columnIndex === undefined ? "" : (headers[columnIndex] ?? "");
      const { externalId } = verdict.entry;
      const message = `“${externalId}” is already the number of an earlier line. Change one of them.`;
      faults.push({
        rowNumber,
        errors: [{ field: "external_id", column, code: "duplicate_id", message, value: externalId }],
      });
    } else entries.set(verdict.entry.externalId, { ...verdict.entry, rowNumber });
  }
  if (entries.size > 0) return { entries: [...entries.values()], faults, headers, mapping };
  const first = faults[0]?.errors[0]?.message ?? "";
  throw new ServiceError("invalid", `No line of this file is a driver with a vehicle. ${first}`, {
    reason: "no-usable-vehicle",
    faults: faults.slice(0, SAMPLE_ROWS),
  });
}

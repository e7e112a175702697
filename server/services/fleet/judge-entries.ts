import "server-only";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { type CustomFieldValues, customFieldLabel, readCustomFields } from "@/server/domain/custom-field/custom-fields";
import { type FleetOwner, ownFieldKey } from "@/server/domain/intake/fleet-own-fields";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import { ownFieldsOf, type ReadEntry, type ReadFleet } from "./read-fleet";

/** Drivers and vehicles that are here already, by the numbers a file knows them by. */
export type KnownRows = Readonly<Record<FleetOwner, ReadonlyMap<string, { readonly customFields: CustomFieldValues }>>>;

/**
 * A fleet file without the lines that leave out what the project wants to know of each driver or vehicle, or have a value that
 * cannot be. Who is here already stays as he is, where the file has no column for it or says the same.
 */
export function judgeEntries(project: ProjectRow, fleet: ReadFleet, known: KnownRows): ReadFleet {
  const { entries, faults } = fleet;
  const judged = entries.map((entry) => ({ entry, errors: judgeEntry(project, fleet, entry, known) }));
  const refused = judged.filter(({ errors }) => errors.length > 0);
  return {
    ...fleet,
    entries: judged.filter(({ errors }) => errors.length === 0).map(({ entry }) => entry),
    faults: [...faults, ...refused.map(({ entry: { rowNumber }, errors }) => ({ rowNumber, errors }))].toSorted(
      (one, other) => one.rowNumber - other.rowNumber,
    ),
  };
}

type Line = Omit<ReadEntry, "rowNumber">;
type Columns = Pick<ReadFleet, "headers" | "mapping">;

/** What is wrong with the own fields of one line, beside those who are here already. */
export function judgeEntry(project: ProjectRow, columns: Columns, line: Line, known: KnownRows): RowIssue[] {
  return (["driver", "vehicle"] as const).flatMap((owner) => [
    ...doubtsOf(owner, line, known),
    ...missingOf(project, columns, owner, line, known),
  ]);
}

/** A value that cannot be the field's (any more) is nobody's but theirs who have it. */
function doubtsOf(owner: FleetOwner, { externalId, doubts }: Line, known: KnownRows): RowIssue[] {
  const before = known[owner].get(externalId)?.customFields ?? {};
  const kept = new Map(Object.entries(before).map(([name, value]) => [ownFieldKey(owner, name), value]));
  return doubts.filter(({ field, value }) => field.startsWith(ownFieldKey(owner, "")) && kept.get(field) !== value);
}

/** What a driver or a vehicle has of its own after a line: what the file has a column for as it says, the rest as it was. */
export function ownValuesAfter(entry: Line, owner: FleetOwner, before: CustomFieldValues = {}): CustomFieldValues {
  const said = Object.entries({ ...before, ...entry[owner].customFields });
  return Object.fromEntries(said.filter(([, value]) => value !== ""));
}

function missingOf(
  project: ProjectRow,
  { headers, mapping }: Columns,
  owner: FleetOwner,
  entry: Line,
  known: KnownRows,
): RowIssue[] {
  const definitions = ownFieldsOf(project)[owner];
  const before = known[owner].get(entry.externalId)?.customFields;
  const terms = { isWhole: true, ...(before && { before }) };
  const { faults } = readCustomFields(definitions, ownValuesAfter(entry, owner, before), terms);
  return faults
    .filter(({ problem }) => problem === "required")
    .map(({ name }) => {
      const label = customFieldLabel(definitions.find((each) => each.name === name)!);
      const key = ownFieldKey(owner, name);
      const columnIndex = mapping.custom[key];
      const column = columnIndex === undefined ? "" : (headers[columnIndex] ?? "");
      const message = `“${label}” must be filled in${columnIndex === undefined ? `. Add a column ${key} to the file` : ""}.`;
      const place = columnIndex === undefined ? {} : { columnIndex };
      return { field: name, column, ...place, code: "required", message, value: "" };
    });
}

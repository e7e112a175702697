import "server-only";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { customFieldLabel, readCustomFields } from "@/server/domain/custom-field/custom-fields";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import type { ReadEntry, ReadFleet } from "./read-fleet";

/** The numbers under which a file's drivers and vehicles are known already. */
interface KnownNumbers {
  readonly driver: ReadonlyMap<string, unknown>;
  readonly vehicle: ReadonlyMap<string, unknown>;
}

/**
 * A fleet file without the lines that would add a driver or a vehicle without what the project wants to know of each: the
 * file has no columns for fields of one's own. Who is here already stays as he is.
 */
export function judgeNewEntries(project: ProjectRow, { entries, faults }: ReadFleet, known: KnownNumbers): ReadFleet {
  const missing = {
    driver: missingOf(project.driverFieldDefinitions, "drivers"),
    vehicle: missingOf(project.vehicleFieldDefinitions, "vehicles"),
  };
  const errorsOf = ({ externalId }: ReadEntry) =>
    (["driver", "vehicle"] as const).flatMap((of) => (known[of].has(externalId) ? [] : missing[of]));
  const judged = entries.map((entry) => ({ entry, errors: errorsOf(entry) }));
  const refused = judged.filter(({ errors }) => errors.length > 0);
  return {
    entries: judged.filter(({ errors }) => errors.length === 0).map(({ entry }) => entry),
    faults: [...faults, ...refused.map(({ entry: { rowNumber }, errors }) => ({ rowNumber, errors }))].toSorted(
      (one, other) => one.rowNumber - other.rowNumber,
    ),
  };
}

/** What every new one lacks. */
function missingOf(definitions: ProjectRow["driverFieldDefinitions"], list: "drivers" | "vehicles"): RowIssue[] {
  const labels = new Map(definitions.map((definition) => [definition.name, customFieldLabel(definition)]));
  return readCustomFields(definitions, {}, { isWhole: true }).faults.map(({ name }) => {
    const message = `“${labels.get(name)}” must be filled in. Add new ones by the form or by the list of ${list}, which have it.`;
    return { field: name, column: "", code: "required", message, value: "" };
  });
}

import type { CustomFieldDefinition, CustomFieldValue } from "@/server/domain/custom-field/custom-fields";
import { FLEET_COLUMNS, type FleetField, type FleetMapping } from "./fleet-columns";
import { foldText } from "./fold-text";
import { guessColumns, ownColumns } from "./guess-mapping";
import { parseCellCustom } from "./parse-cell-custom";
import type { RowReader } from "./row-reader";
import { writeCsv } from "./write-csv";

const OWNERS = ["driver", "vehicle"] as const;
export type FleetOwner = (typeof OWNERS)[number];

/** The fields of its own a project's drivers and vehicles have. */
export type FleetOwnFields = Readonly<Record<FleetOwner, readonly CustomFieldDefinition[]>>;

/** What a line says of a driver's or a vehicle's own fields, by name; an empty text: nothing any more. */
export type SaidValues = Readonly<Record<string, CustomFieldValue>>;

/** Under which an own field's column is known: of two owners each may have a field of the same name. */
export const ownFieldKey = (owner: FleetOwner, name: string): string => `custom.${owner}.${name}`;

const CATALOGUE = new Set(FLEET_COLUMNS.flatMap(({ key, aliases }) => [foldText(key), ...aliases]));

/**
 * The likeliest mapping of a fleet file's columns. An own field goes by `custom.driver.` or `custom.vehicle.` and its name
 * or label, the name first, and by these alone where they mean nothing else.
 */
export function guessFleetMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  own: FleetOwnFields,
): FleetMapping {
  const fields = OWNERS.flatMap((owner) =>
    own[owner].map(({ name, label }) => {
      const others = new Set(own[owner === "driver" ? "vehicle" : "driver"].flatMap(namesOf));
      const headings = (word: string) => {
        if (word === "") return [];
        const isItsAlone = !CATALOGUE.has(foldText(word)) && !others.has(foldText(word));
        return [ownFieldKey(owner, word), ...(isItsAlone ? [word] : [])];
      };
      return { key: ownFieldKey(owner, name), names: headings(name), labels: headings(label) };
    }),
  );
  const custom = ownColumns(headers, fields);
  const taken = new Set(Object.values(custom));
  const rest = (cells: readonly string[]) => cells.map((cell, index) => (taken.has(index) ? "" : cell));
  const { mapping } = guessColumns(FLEET_COLUMNS, rest(headers), sample.map(rest));
  return { fields: mapping.fields, custom };
}

/**
 * What a line says of each owner's fields; absent where the file has no column for any of them. Of what cannot be the field's,
 * which the reader has noted, the text.
 */
export function readOwnFields(
  reader: RowReader<FleetField>,
  { custom }: FleetMapping,
  own: FleetOwnFields,
): Partial<Record<FleetOwner, SaidValues>> {
  const definitions = new Map(
    OWNERS.flatMap((owner) => own[owner].map((each) => [ownFieldKey(owner, each.name), each] as const)),
  );
  const read = reader.readCustom((text, key) => parseCellCustom(text, definitions.get(key)));
  const refused = reader.errors.map(({ field, value }) => [field, value] as const);
  const values: SaidValues = { ...Object.fromEntries(refused), ...read };
  const said = OWNERS.map((owner) => {
    const there = own[owner].filter(({ name }) => custom[ownFieldKey(owner, name)] !== undefined);
    return [
      owner,
      Object.fromEntries(there.map(({ name }) => [name, values[ownFieldKey(owner, name)] ?? ""])),
    ] as const;
  });
  return Object.fromEntries(said.filter(([, of]) => Object.keys(of).length > 0));
}

/** Headings of a fleet file with the project's own fields, and one line of it, to start from. */
export function fleetTemplate(own: FleetOwnFields): string {
  const fields = OWNERS.flatMap((owner) => own[owner].map((each) => [ownFieldKey(owner, each.name), exampleOf(each)]));
  const columns = [...FLEET_COLUMNS.map(({ key, example }) => [key, example]), ...fields];
  return writeCsv([columns.map(([heading]) => heading!), columns.map(([, example]) => example!)]);
}

function exampleOf({ kind, choices }: CustomFieldDefinition): string {
  if (kind === "select") return choices[0] ?? "";
  return kind === "number" ? "1" : kind === "boolean" ? "yes" : "text";
}

const namesOf = ({ name, label }: CustomFieldDefinition) => [name, label].filter(Boolean).map(foldText);

import type { CustomFieldDefinition, CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { accepted, type CellResult, refused } from "@/server/domain/intake/cell-result";
import { parseCellCustom } from "@/server/domain/intake/parse-cell-custom";

/** A column of a fleet's list: how a row writes it, and what a changed cell makes of the row. */
export interface ListColumn<Row> {
  /** Its first word names it; what follows is for people (a unit). */
  readonly heading: string;
  /** The row's part it is about, as the schema that judges the whole row names it. */
  readonly key: string;
  write(row: Row): string;
  /** The row with the cell's value; an empty cell is a value as well. */
  apply(row: Row, text: string): CellResult<Row>;
}

/** A column about one part of the row. */
export function partColumn<Row, K extends keyof Row & string>(
  heading: string,
  key: K,
  write: (value: Row[K]) => string,
  read: (text: string) => CellResult<Row[K]>,
): ListColumn<Row> {
  return {
    heading,
    key,
    write: (row) => write(row[key]),
    apply(row, text) {
      const result = read(text);
      return result.ok ? accepted({ ...row, [key]: result.value }, result.warning) : result;
    },
  };
}

/** Reads a cell that may be empty. */
export function orElse<T>(empty: T, read: (text: string) => CellResult<T>): (text: string) => CellResult<T> {
  return (text) => (text === "" ? accepted(empty) : read(text));
}

/** A column for each of the project's own fields, `custom.` and its name. */
export function customColumns<Row extends { readonly customFields: CustomFieldValues }>(
  definitions: readonly CustomFieldDefinition[],
): ListColumn<Row>[] {
  return definitions.map((definition) => ({
    heading: `custom.${definition.name}`,
    key: "customFields",
    write: ({ customFields }) => writeValue(customFields[definition.name]),
    apply(row, text) {
      const { [definition.name]: _, ...others } = row.customFields;
      if (text === "") {
        return definition.isRequired
          ? refused("required", `“${definition.label || definition.name}” must be filled in.`)
          : accepted({ ...row, customFields: others });
      }
      const result = parseCellCustom(text, definition);
      if (!result.ok) return result;
      return accepted({ ...row, customFields: { ...others, [definition.name]: result.value } }, result.warning);
    },
  }));
}

function writeValue(value: CustomFieldValues[string] | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value ?? "");
}

import { z } from "zod";

/** A 0-based column, or several whose texts are joined (first name + last name). */
export type ColumnRef = number | readonly number[];

/** Which column of a file fills which field. */
export interface ColumnMapping<F extends string = string> {
  readonly fields: Readonly<Partial<Record<F, ColumnRef>>>;
  /** Name of a custom field → column. */
  readonly custom: Readonly<Record<string, number>>;
}

const columnIndex = z.int().min(0).max(999);

/** A mapping over the given field keys, as a form or a stored setting brings it. */
export function columnMappingSchema<F extends string>(keys: readonly F[]): z.ZodType<ColumnMapping<F>> {
  return z.object({
    fields: z.partialRecord(z.enum(keys), z.union([columnIndex, z.array(columnIndex).min(1).max(10)])),
    custom: z.record(z.string().trim().min(1).max(60), columnIndex).default({}),
  }) as unknown as z.ZodType<ColumnMapping<F>>;
}

/** The columns a field is read from, in order; empty when it is not mapped. */
export function columnsOf<F extends string>(mapping: ColumnMapping<F>, field: F): readonly number[] {
  const ref = mapping.fields[field];
  if (ref === undefined) return [];
  return typeof ref === "number" ? [ref] : ref;
}

import { FLEET_COLUMNS } from "@/server/domain/intake/fleet-columns";
import { foldText } from "@/server/domain/intake/fold-text";
import { ORDER_COLUMNS } from "@/server/domain/intake/order-columns";
import type { ExportedList } from "./read-export-json";
import type { ExportedRecord, ExportKind, VendorExport, VendorField } from "./vendor-export";

/** A vendor's list as a file of our own: our fields as headings, and which of the vendor's names became which. */
export interface UnderstoodExport {
  readonly kind: ExportKind;
  readonly understood: readonly { readonly from: string; readonly to: string }[];
  /** Names nothing is made of. */
  readonly leftOut: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const JOINS: ReadonlyMap<string, string> = new Map(
  [...ORDER_COLUMNS, ...FLEET_COLUMNS].map(({ key, join }) => [key, join]),
);

/** What is said once of many: the day they are for. Anything else said around them is not theirs. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(["service_date"]);

/**
 * The one of several lists that says most in a vendor's words, as a file of our own; undefined where none says anything. Where
 * two of its names mean one field, both are kept, one behind the other.
 */
export function understandExport(lists: readonly ExportedList[], vendor: VendorExport): UnderstoodExport | undefined {
  const kinds = [["orders", vendor.orders] as const, ["drivers", vendor.drivers] as const];
  const tables = kinds.flatMap(([kind, table]): KnownTable[] => {
    if (!table) return [];
    const fields: readonly VendorField<string>[] = table.fields;
    const known = new Map(fields.map((field) => [foldText(field.from), field]));
    return [{ kind, lists: new Set(table.lists.map(foldText)), fields, known }];
  });
  const readings = lists.flatMap(({ name, records }) =>
    tables.flatMap((table) => {
      const isNamed = name !== null && table.lists.has(foldText(name));
      const read = asFile(table, records);
      // A list under its own name is it; one without says it by what is in it.
      return read.understood.length === 0 ? [] : [{ read, weight: read.understood.length + (isNamed ? 100 : 0) }];
    }),
  );
  return readings.sort((a, b) => b.weight - a.weight)[0]?.read;
}

interface KnownTable {
  readonly kind: ExportKind;
  /** Names without capitals, accents and signs, as those of `known`. */
  readonly lists: ReadonlySet<string>;
  readonly fields: readonly VendorField<string>[];
  readonly known: ReadonlyMap<string, VendorField<string>>;
}

function asFile({ kind, fields, known }: KnownTable, records: readonly ExportedRecord[]): UnderstoodExport {
  const fieldOf = (name: string) => known.get(foldText(name));
  const own = namesIn(records.map(({ values }) => values));
  const meant = new Set(own.map((name) => fieldOf(name)?.to));
  const whole = namesIn(records.map((record) => record.whole)).filter((name) => fieldOf(name));
  const around = namesIn(records.map(({ outer }) => outer)).filter((name) => {
    const to = fieldOf(name)?.to ?? "";
    return !own.includes(name) && !meant.has(to) && OF_THE_WHOLE.has(to);
  });
  const pairs = [...new Set([...own, ...whole, ...around])].flatMap((name) => {
    const field = fieldOf(name);
    return field ? [{ name, field }] : [];
  });
  // In the order the vendor's table gives them, so that a first name comes before a last one.
  const ordered = pairs.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));
  const headers = [...new Set(ordered.map(({ field }) => field.to))];
  const isPart = (name: string) => whole.some((path) => name.startsWith(`${path}.`));
  return {
    kind,
    understood: ordered.map(({ name, field }) => ({ from: name, to: field.to })),
    leftOut: own.filter((name) => !fieldOf(name) && !isPart(name)),
    headers,
    rows: records.map((record) => ({ line: record.line, cells: headers.map((to) => cellOf(record, to, ordered)) })),
  };
}

function namesIn(all: readonly (Readonly<Record<string, string>> | undefined)[]): string[] {
  return [...new Set(all.flatMap((values = {}) => Object.keys(values)))];
}

/** All that is said of a field, each thing once. */
function cellOf(
  { values, whole, outer }: ExportedRecord,
  to: string,
  names: readonly { readonly name: string; readonly field: VendorField<string> }[],
): string {
  const texts = names.flatMap(({ name, field }) => {
    const said = field.to === to ? (values[name] ?? whole?.[name] ?? outer?.[name]) : undefined;
    if (said === undefined) return [];
    return [readOr(field, said)];
  });
  return texts.filter((text, at) => text !== "" && texts.indexOf(text) === at).join(JOINS.get(to) ?? " ");
}

/** What its vendor would not write either stays as it is, to be judged as what it is. */
function readOr({ read }: VendorField<string>, said: string): string {
  try {
    return read ? read(said) : said;
  } catch {
    return said;
  }
}

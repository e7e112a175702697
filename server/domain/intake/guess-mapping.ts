import type { CustomFieldDefinition } from "@/server/domain/custom-field/custom-fields";
import type { ColumnMapping } from "./column-mapping";
import { foldText } from "./fold-text";
import { contradictsContent, guessByContent } from "./guess-by-content";
import type { IntakeColumn } from "./intake-column";
import { ORDER_COLUMNS, type OrderField, PICKUP_WORDS } from "./order-columns";

export interface GuessedMapping<F extends string> {
  readonly mapping: ColumnMapping<F>;
  /** 0..1 per mapped field: 1 the heading is a known name, 0.5 a guess from the contents. */
  readonly confidence: Readonly<Partial<Record<F, number>>>;
  /** Columns no field was found for. */
  readonly unmapped: readonly number[];
}

interface Match<F extends string> {
  readonly field: F;
  readonly column: number;
  readonly confidence: number;
}

const LEAST = 0.3;
const CONTENT = 0.5;
// Words in front of a heading that add nothing for a drop-off.
const DROPOFF_WORDS =
  /^(delivery|deliver|dropoff|drop off|drop|recipients?|receivers?|customers?|consignee|destination|ship to|shipping|client|to|kunden?|empfanger|liefer|zustell|livraison|destinataire|client|entrega|destino|destinatario|cliente|modtagers?|leverings?) /;
// Several columns that are one field when they stand side by side.
const COMBINATIONS: readonly { field: string; parts: readonly (readonly string[])[] }[] = [
  {
    field: "name",
    parts: [
      ["first name", "firstname", "given name", "vorname", "prenom", "nombre", "fornavn"],
      [
        "last name",
        "lastname",
        "surname",
        "family name",
        "nachname",
        "nom",
        "nom de famille",
        "apellido",
        "apellidos",
        "efternavn",
      ],
    ],
  },
  {
    field: "address",
    parts: [
      ["address", "address 1", "address line 1", "street", "adresse", "strasse", "direccion"],
      [
        "address 2",
        "address line 2",
        "address2",
        "apartment",
        "flat",
        "unit",
        "floor",
        "adresszusatz",
        "complement",
        "piso",
        "etage",
      ],
    ],
  },
];

/** The likeliest mapping of an order file's columns, from its headings and, failing that, up to 50 of its rows. */
export function guessMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[] = [],
  customFields: readonly Pick<CustomFieldDefinition, "name" | "label">[] = [],
): GuessedMapping<OrderField> {
  const custom = ownColumns(
    headers,
    customFields.map(({ name, label }) => ({ key: name, names: [name], labels: [label] })),
  );
  const own = new Set(Object.values(custom));
  // A column that is called as one of the project's own fields is that, whatever else its heading may mean.
  const rest = (cells: readonly string[]) => cells.map((cell, index) => (own.has(index) ? "" : cell));
  const { mapping, confidence, unmapped } = guessColumns(ORDER_COLUMNS, rest(headers), sampleRows.map(rest));
  return { mapping: { ...mapping, custom }, confidence, unmapped: unmapped.filter((index) => !own.has(index)) };
}

/** Key of each own field that is a heading of the file → its first such column. All names are looked for before any label. */
export function ownColumns(
  headers: readonly string[],
  fields: readonly { readonly key: string; readonly names: readonly string[]; readonly labels: readonly string[] }[],
): Record<string, number> {
  const folded = headers.map((header) => foldText(splitCamelCase(header)));
  const found = new Map<string, number>();
  const taken = new Set<number>();
  for (const kind of ["names", "labels"] as const) {
    for (const { key, [kind]: headings } of fields) {
      const words = headings.map((word) => foldText(splitCamelCase(word))).filter((word) => word !== "");
      const column = folded.findIndex((header, index) => words.includes(header) && !taken.has(index));
      if (column < 0 || found.has(key)) continue;
      found.set(key, column);
      taken.add(column);
    }
  }
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const column = found.get(key);
      return column === undefined ? [] : [[key, column]];
    }),
  );
}

/** The same for any catalogue of columns. No column is given to two fields. */
export function guessColumns<F extends string>(
  columns: readonly IntakeColumn<F>[],
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[] = [],
): GuessedMapping<F> {
  const folded = headers.map((header) => foldText(splitCamelCase(header)));
  const samples = headers.map((_, index) =>
    sampleRows
      .slice(0, 50)
      .map((row) => row[index]?.trim() ?? "")
      .filter(Boolean),
  );
  const fields: Partial<Record<F, number | number[]>> = {};
  const confidence: Partial<Record<F, number>> = {};
  const taken = new Set<number>();
  const keys = new Set(columns.map((column) => column.key as string));
  for (const combination of COMBINATIONS.filter(({ field }) => keys.has(field))) {
    const found = combination.parts.map((names) => folded.findIndex((header) => names.includes(header)));
    if (found.includes(-1) || new Set(found).size < found.length) continue;
    fields[combination.field as F] = found;
    confidence[combination.field as F] = 0.9;
    for (const index of found) taken.add(index);
  }
  const matches = [
    ...columns.flatMap((column) => headerMatches(column, folded, samples)),
    ...contentMatches(columns, samples),
  ].sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  for (const match of matches) {
    if (fields[match.field] !== undefined || taken.has(match.column)) continue;
    fields[match.field] = match.column;
    confidence[match.field] = match.confidence;
    taken.add(match.column);
  }
  return {
    mapping: { fields: fields as ColumnMapping<F>["fields"], custom: {} },
    confidence,
    unmapped: headers.map((_, index) => index).filter((index) => !taken.has(index)),
  };
}

function headerMatches<F extends string>(
  column: IntakeColumn<F>,
  folded: readonly string[],
  samples: readonly string[][],
): Match<F>[] {
  return folded.flatMap((header, index): Match<F>[] => {
    let confidence = headerConfidence(column, header);
    if (confidence > 0 && contradictsContent(column.key, samples[index] ?? [])) confidence -= CONTENT;
    return confidence >= LEAST ? [{ field: column.key, column: index, confidence }] : [];
  });
}

function headerConfidence(column: IntakeColumn, header: string): number {
  if (header === "") return 0;
  const isPickup = column.key.startsWith("pickup_");
  const pickupWord = PICKUP_WORDS.filter((word) => header.startsWith(`${word} `)).sort(
    (a, b) => b.length - a.length,
  )[0];
  const names = [foldText(column.key), ...column.aliases];
  if (names.includes(header)) return 1;
  if (isPickup) {
    if (!pickupWord) return 0;
    const plain = BASE_ALIASES.get(column.key.slice("pickup_".length)) ?? [];
    return nameConfidence(plain, header.slice(pickupWord.length + 1)) * 0.95;
  }
  if (pickupWord) return 0;
  const stripped = header.replace(DROPOFF_WORDS, "");
  return stripped !== header && names.includes(stripped) ? 0.95 : nameConfidence(names, stripped);
}

/** 1 for a known name; less the more the heading says besides it. */
function nameConfidence(names: readonly string[], header: string): number {
  if (names.includes(header)) return 1;
  const words = header.split(" ");
  let best = 0;
  for (const name of names) {
    const parts = name.split(" ");
    if (name.length < 3 || !parts.every((part) => words.includes(part))) continue;
    best = Math.max(best, 0.4 + (0.4 * parts.length) / words.length);
  }
  return best;
}

function contentMatches<F extends string>(
  columns: readonly IntakeColumn<F>[],
  samples: readonly string[][],
): Match<F>[] {
  const keys = new Set<string>(columns.map((column) => column.key));
  return samples.flatMap((values, column) => {
    const field = guessByContent(values);
    return field && keys.has(field) ? [{ field: field as F, column, confidence: CONTENT }] : [];
  });
}

/** `customerName` → `customer Name`. */
function splitCamelCase(header: string): string {
  return header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}

const BASE_ALIASES: ReadonlyMap<string, readonly string[]> = new Map(
  ORDER_COLUMNS.filter((column) => !column.key.startsWith("pickup_")).map((column) => [
    column.key,
    [foldText(column.key), ...column.aliases],
  ]),
);

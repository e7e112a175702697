import type { ColumnMapping } from "./column-mapping";
import { type IntakeColumn, names } from "./intake-column";
import { VISIT_COLUMNS, type VisitField } from "./visit-columns";

/** Everything a column of an address book can mean: one row is one door. */
export const ADDRESS_FIELDS = ["street", "house_number", "postcode", "city", "country", "lat", "lon"] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];
export type AddressMapping = ColumnMapping<AddressField>;

const EXTRA_NAMES: Partial<Record<AddressField, string>> = {
  street: "vejnavn, adresseringsvejnavn, street name, strassenname, nom voie",
  lat: "y wgs84, wgs84 y",
  lon: "x wgs84, wgs84 x",
};

/** The catalogue, in the order a form shows it; names are those of an order's columns. */
export const ADDRESS_COLUMNS: readonly IntakeColumn<AddressField>[] = ADDRESS_FIELDS.map((key) => {
  const alike = VISIT_COLUMNS.find(
    (column) => column.key === ((key === "street" ? "address" : key) satisfies VisitField),
  )!;
  const extra = EXTRA_NAMES[key] ? names(EXTRA_NAMES[key]) : [];
  return {
    ...alike,
    key,
    group: "Address",
    label: key === "street" ? "Street" : alike.label,
    example: key === "street" ? "Bredgade" : alike.example,
    aliases: [...new Set([...alike.aliases, ...extra])].filter((alias) => alias !== key),
  };
});

export const ADDRESS_COLUMN_BY_KEY: ReadonlyMap<AddressField, IntakeColumn<AddressField>> = new Map(
  ADDRESS_COLUMNS.map((column) => [column.key, column]),
);

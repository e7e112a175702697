import { sql } from "drizzle-orm";
import { doublePrecision, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";
import type { GeocodeCandidate } from "@/server/ports/geocoder";
import { createdAt, id, json, organizationId, tenantKey, updatedAt } from "./columns";

/** A door: an address and, once known, where it is. */
export const location = pgTable(
  "location",
  {
    organizationId: organizationId(),
    id: id(),
    street: text("street").notNull(),
    postcode: text("postcode").notNull().default(""),
    city: text("city").notNull().default(""),
    country: text("country").notNull().default(""),
    /** The normalized address, under which a pin is remembered. */
    addressKey: text("address_key").notNull(),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    confidence: text("confidence").$type<LocationConfidence>().notNull(),
    /** Which geocoder or person said so. */
    source: text("source").notNull().default(""),
    /** Best first; kept while the position is in doubt, for a person to choose from. */
    candidates: json<GeocodeCandidate[]>("candidates"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // Moving a pin moves every open location of the same address.
    index("location_address_key").on(table.organizationId, table.addressKey),
    // The geocoding job's work list and the doubt queue.
    index("location_in_doubt")
      .on(table.organizationId, table.confidence)
      .where(sql`confidence in ('pending', 'none', 'city', 'street')`),
  ],
);

/** A person's answer to where an address is; outranks every geocoder. */
export const addressPin = pgTable(
  "address_pin",
  {
    organizationId: organizationId(),
    id: id(),
    addressKey: text("address_key").notNull(),
    lat: doublePrecision("lat").notNull(),
    lng: doublePrecision("lng").notNull(),
    pinnedBy: text("pinned_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // One pin per address.
    uniqueIndex("address_pin_address_key").on(table.organizationId, table.addressKey),
  ],
);

/** The embedded address book: doors the organization has imported, searched by trigram. */
export const addressBookEntry = pgTable(
  "address_book_entry",
  {
    organizationId: organizationId(),
    id: id(),
    street: text("street").notNull(),
    /** Normalized street name, for trigram search. */
    streetKey: text("street_key").notNull(),
    houseNumber: text("house_number").notNull(),
    /** The number in it, for finding the nearest doors. */
    houseNumberValue: integer("house_number_value"),
    postcode: text("postcode").notNull(),
    /** As postcodes are compared. */
    postcodeKey: text("postcode_key").notNull(),
    city: text("city").notNull(),
    cityKey: text("city_key").notNull(),
    country: text("country").notNull(),
    lat: doublePrecision("lat").notNull(),
    lng: doublePrecision("lng").notNull(),
  },
  (table) => [
    tenantKey(table),
    // Doors of one street.
    index("address_book_entry_street").on(table.organizationId, table.streetKey, table.postcodeKey),
  ],
);

/** The streets of the address book, one row each: what a misspelt street is compared with. */
export const addressBookStreet = pgTable(
  "address_book_street",
  {
    organizationId: organizationId(),
    id: id(),
    streetKey: text("street_key").notNull(),
    postcodeKey: text("postcode_key").notNull(),
    cityKey: text("city_key").notNull(),
    country: text("country").notNull(),
    postcode: text("postcode").notNull(),
    city: text("city").notNull(),
    /** The middle of its doors, and how many they are. */
    lat: doublePrecision("lat").notNull(),
    lng: doublePrecision("lng").notNull(),
    doors: integer("doors").notNull(),
  },
  (table) => [
    tenantKey(table),
    // One row per street and place; also finds a street by its exact name.
    uniqueIndex("address_book_street_key").on(
      table.organizationId,
      table.streetKey,
      table.postcodeKey,
      table.cityKey,
      table.country,
    ),
    // The middle of a postcode's doors.
    index("address_book_street_postcode").on(table.organizationId, table.postcodeKey),
    // The middle of a town's doors.
    index("address_book_street_city").on(table.organizationId, table.cityKey),
    // Trigram search of a misspelt street, through the function `address_book_streets_like`.
    index("address_book_street_trigram").using("gin", table.organizationId, sql`street_key gin_trgm_ops`),
  ],
);

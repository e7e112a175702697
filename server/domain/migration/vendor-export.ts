import type { FleetField } from "@/server/domain/intake/fleet-columns";
import type { OrderField } from "@/server/domain/intake/order-columns";

/** What can be brought over from another system. */
export const EXPORT_KINDS = ["orders", "drivers"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** One name a vendor has for something, and what it is here. */
export interface VendorField<F extends string> {
  /** A heading of its files, or a path of its JSON (`location.address`); capitals, blanks and signs do not matter. */
  readonly from: string;
  readonly to: F;
  /** Its value in the words of our files, where it is not the same: seconds as minutes, a level as a word. */
  readonly read?: (text: string) => string;
}

/** How a vendor lists things of one kind. */
export interface VendorTable<F extends string> {
  /** Properties of its JSON under which such lists stand; a bare list is told by its fields. */
  readonly lists: readonly string[];
  readonly fields: readonly VendorField<F>[];
}

/** How a vendor writes what its customers take with them. */
export interface VendorExport {
  readonly orders?: VendorTable<OrderField>;
  readonly drivers?: VendorTable<FleetField>;
}

/** Things as they were written, each with the line or number by which a person finds it. */
export interface ExportedRecord {
  readonly line: number;
  /** By the names they were written under. */
  readonly values: Readonly<Record<string, string>>;
  /** Things in it as JSON: a date of three figures is one value to whoever knows it. */
  readonly whole?: Readonly<Record<string, string>>;
  /** What is said of the whole they stand in: a job's date is its stops' too. */
  readonly outer?: Readonly<Record<string, string>>;
}

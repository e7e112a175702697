/** Everything that can be wrong, or only odd, about a cell or a row of an imported file. Closed: screens translate it. */
export const INTAKE_CODES = [
  "required",
  "too_long",
  "formula",
  "unclosed_quote",
  "damaged_characters",
  "not_a_number",
  "not_a_choice",
  "not_yes_or_no",
  "not_whole",
  "negative",
  "too_large",
  "ambiguous_number",
  "unknown_unit",
  "latitude_range",
  "longitude_range",
  "coordinates_incomplete",
  "coordinates_zero",
  "coordinates_swapped",
  "outside_country",
  "outside_service_area",
  "bad_time",
  "window_backwards",
  "window_open",
  "too_many_windows",
  "overnight_window",
  "bad_date",
  "ambiguous_date",
  "phone",
  "email",
  "unknown_country",
  "postcode_shape",
  "postcode_padded",
  "unknown_priority",
  "unknown_kind",
  "unknown_notification",
  "unknown_skill",
  "unknown_vehicle_type",
  "too_many_entries",
  "no_house_number",
  "no_contact",
  "duplicate_id",
  "unknown_id",
  "changed_since",
  "unknown_name",
  "out_of_reach",
  "unknown_column",
  "missing_cells",
  "surplus_cells",
  "invalid",
] as const;
export type IntakeCode = (typeof INTAKE_CODES)[number];

/** One complaint about one row, in words a person can act on. */
export interface RowIssue {
  /** Key of the target field (`lat`); empty when it is about the row as a whole. */
  readonly field: string;
  /** Heading of the column in the file; empty when no column is to blame. */
  readonly column: string;
  /** 0-based column in the file, absent with `column` empty. */
  readonly columnIndex?: number;
  readonly code: IntakeCode;
  /** What is wrong and how to put it right, one or two sentences. */
  readonly message: string;
  /** The text that was found. */
  readonly value: string;
}

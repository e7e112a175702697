/** Why a file cannot be read at all. Closed: screens translate it. */
export type OrderFileRefusalCode =
  | "too_large"
  | "too_large_unpacked"
  | "empty"
  | "no_rows"
  | "binary"
  | "old_excel"
  | "other_document"
  | "corrupt_workbook"
  | "unknown_sheet"
  | "undecodable"
  | "too_many_columns"
  | "too_many_rows"
  | "cell_too_long";

export interface OrderFileRefusal {
  readonly code: OrderFileRefusalCode;
  /** What is wrong with the file and what to do instead, in plain words. */
  readonly message: string;
}

/** Thrown inside this folder only; `readOrderFile` turns it into its answer. */
export class OrderFileRefusalError extends Error {
  constructor(readonly refusal: OrderFileRefusal) {
    super(refusal.message);
  }
}

/** Gives up on the file. */
export function refuseFile(code: OrderFileRefusalCode, message: string): never {
  throw new OrderFileRefusalError({ code, message });
}

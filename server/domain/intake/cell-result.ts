import type { IntakeCode } from "./intake-issue";

export interface CellFault {
  readonly code: IntakeCode;
  readonly message: string;
}

/** What a cell was understood as, perhaps with something odd to mention; or why it was not understood. */
export type CellResult<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: CellFault }
  | ({ readonly ok: false } & CellFault);

/** A cell that was understood. */
export function accepted<T>(value: T, warning?: CellFault): CellResult<T> {
  return warning ? { ok: true, value, warning } : { ok: true, value };
}

/** A cell that was not understood. */
export function refused(code: IntakeCode, message: string): { readonly ok: false } & CellFault {
  return { ok: false, code, message };
}

/** A value as it is quoted in messages: in curly quotes, cut to a readable length. */
export function quoted(value: string): string {
  return `“${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
}

import type { IntakeCode } from "@/server/domain/intake/intake-issue";

/** What the review needs of a row. */
export interface ReviewRow {
  readonly rowNumber: number;
  readonly status: string;
  readonly errors: readonly CellIssue[];
  readonly warnings: readonly CellIssue[];
}
export interface CellIssue {
  readonly columnIndex?: number;
  readonly column: string;
  readonly code: IntakeCode;
  readonly message: string;
}

/** A cell of the review: place of the row in the list and column of the file; -1 is the row as a whole. */
export interface ReviewCell {
  readonly row: number;
  readonly column: number;
}
export type IssueKind = "errors" | "warnings";
export const WHOLE_ROW = -1;

export const columnOfIssue = (issue: CellIssue): number => issue.columnIndex ?? WHOLE_ROW;

/** The row's issues of a kind that still matter: of a row to be imported, not of one left out or in already. */
export function issuesOf(row: ReviewRow, kind: IssueKind): readonly CellIssue[] {
  return row.status === "skipped" || row.status === "imported" ? [] : row[kind];
}

/** The row's columns at fault, left to right, each once. */
export function faultyColumns(row: ReviewRow, kind: IssueKind): number[] {
  return [...new Set(issuesOf(row, kind).map(columnOfIssue))].sort((a, b) => a - b);
}

/** The next cell at fault after `from`, row by row; undefined past the last. `from` undefined: the first. */
export function nextFault(
  rows: readonly ReviewRow[],
  from: ReviewCell | undefined,
  kind: IssueKind,
): ReviewCell | undefined {
  for (let row = from?.row ?? 0; row < rows.length; row++) {
    const columns = faultyColumns(rows[row]!, kind);
    const column = row === from?.row ? columns.find((each) => each > from.column) : columns[0];
    if (column !== undefined) return { row, column };
  }
  return undefined;
}

/** The cell at fault before `from`; undefined before the first. */
export function previousFault(rows: readonly ReviewRow[], from: ReviewCell, kind: IssueKind): ReviewCell | undefined {
  for (let row = Math.min(from.row, rows.length - 1); row >= 0; row--) {
    const columns = faultyColumns(rows[row]!, kind);
    const column = row === from.row ? columns.findLast((each) => each < from.column) : columns.at(-1);
    if (column !== undefined) return { row, column };
  }
  return undefined;
}

/** One line of the list of faults. */
export interface ListedFault {
  readonly cell: ReviewCell;
  readonly rowNumber: number;
  readonly column: string;
  readonly code: IntakeCode;
  readonly message: string;
}

/** Every fault of the rows, in order. */
export function listFaults(rows: readonly ReviewRow[], kind: IssueKind): ListedFault[] {
  return rows.flatMap((row, index) =>
    issuesOf(row, kind).map((issue) => ({
      cell: { row: index, column: columnOfIssue(issue) },
      rowNumber: row.rowNumber,
      column: issue.column,
      code: issue.code,
      message: issue.message,
    })),
  );
}

/** The cell an arrow key leads to, kept inside the grid. Left of the first column lies the row as a whole. */
export function movedCell(
  cell: ReviewCell,
  rows: number,
  columns: readonly number[],
  by: { row?: number; column?: number },
): ReviewCell {
  const at = columns.indexOf(cell.column);
  const nextAt = Math.max(-1, Math.min(columns.length - 1, at + (by.column ?? 0)));
  return {
    row: Math.max(0, Math.min(rows - 1, cell.row + (by.row ?? 0))),
    column: columns[nextAt] ?? WHOLE_ROW,
  };
}

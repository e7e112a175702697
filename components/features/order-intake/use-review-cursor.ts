"use client";
import { type KeyboardEvent, useState } from "react";
import {
  type IssueKind,
  movedCell,
  nextFault,
  previousFault,
  type ReviewCell,
  type ReviewRow,
  WHOLE_ROW,
} from "./next-fault";

const ARROWS: Readonly<Record<string, { row?: number; column?: number }>> = {
  ArrowUp: { row: -1 },
  ArrowDown: { row: 1 },
  ArrowLeft: { column: -1 },
  ArrowRight: { column: 1 },
  PageUp: { row: -15 },
  PageDown: { row: 15 },
};

export type ReviewCursorInput = {
  rows: readonly ReviewRow[];
  columns: readonly number[];
  kind: IssueKind;
  mayEdit: boolean;
  onLeave: () => void;
};

/** The cell that keys act on, and whether it is being written in. */
export function useReviewCursor({ rows, columns, kind, mayEdit, onLeave }: ReviewCursorInput) {
  const [cell, setCell] = useState<ReviewCell>();
  /** The text the editor starts with; undefined while nothing is written. */
  const [editing, setEditing] = useState<string>();
  const active = cell && cell.row < rows.length ? cell : undefined;

  function go(to: ReviewCell | undefined) {
    setEditing(undefined);
    if (to) setCell(to);
  }
  /** False when there is no further fault. */
  function step(backwards: boolean): boolean {
    const to = backwards && active ? previousFault(rows, active, kind) : nextFault(rows, active, kind);
    if (to) go(to);
    return to !== undefined;
  }
  function edit(text?: string) {
    const row = active && rows[active.row];
    if (!row || !mayEdit || active.column === WHOLE_ROW || row.status === "imported") return;
    setEditing(text ?? "");
  }
  function onKeyDown(event: KeyboardEvent, cellText: string) {
    if (editing !== undefined || rows.length === 0) return;
    const arrow = ARROWS[event.key];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (arrow && isPlain)
      go(movedCell(active ?? { row: 0, column: columns[0] ?? 0 }, rows.length, columns, active ? arrow : {}));
    // Past the last fault Tab leaves the grid, as everywhere.
    else if (event.key === "Tab" && isPlain) {
      if (!step(event.shiftKey)) return;
    } else if (event.key === "Escape") onLeave();
    else if ((event.key === "Enter" || event.key === "F2") && isPlain) active ? edit(cellText) : step(false);
    else if (event.key.length === 1 && isPlain && event.key !== " ") edit(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function leave() {
    setEditing(undefined);
    setCell(undefined);
  }
  return { active, editing, leave, go, step, edit, stopEditing: () => setEditing(undefined), onKeyDown };
}

export type ReviewCursor = ReturnType<typeof useReviewCursor>;

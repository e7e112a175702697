export type GridKeyAction =
  | { type: "move"; index: number; extend: boolean }
  | { type: "check"; extend: boolean }
  | { type: "open" }
  | { type: "all" }
  | { type: "clear" };

export type GridKeyState = {
  /** The row that keys act on. */
  active: number;
  rowCount: number;
  /** Rows that fit in view, less one to keep the place. */
  pageRows: number;
  selectable: boolean;
  selectedCount: number;
};

export type GridKeyStroke = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** What a key means in a grid of rows; null leaves it to the page. */
export function gridKeyAction(stroke: GridKeyStroke, state: GridKeyState): GridKeyAction | null {
  const { active, rowCount, pageRows, selectable, selectedCount } = state;
  if (rowCount === 0 || stroke.altKey) return null;
  if (stroke.ctrlKey || stroke.metaKey) return selectable && stroke.key.toLowerCase() === "a" ? { type: "all" } : null;
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: rowCount - 1,
  };
  const target = targets[stroke.key];
  if (target !== undefined) {
    return { type: "move", index: Math.max(0, Math.min(rowCount - 1, target)), extend: selectable && stroke.shiftKey };
  }
  if (stroke.key === " " && selectable) return { type: "check", extend: stroke.shiftKey };
  if (stroke.key === "Enter") return { type: "open" };
  if (stroke.key === "Escape" && selectedCount > 0) return { type: "clear" };
  return null;
}

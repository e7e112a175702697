/** Row selection as pure sets of ids, so that pointer, keyboard and "all" agree. */
export type Selection = ReadonlySet<string>;

export function toggleSelection(selection: Selection, id: string): Set<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds everything between two rows of the order shown, ends included. An anchor no longer shown selects the row alone. */
export function extendSelection(
  selection: Selection,
  orderedIds: readonly string[],
  anchorId: string | null,
  id: string,
): Set<string> {
  const to = orderedIds.indexOf(id);
  const from = anchorId === null ? to : orderedIds.indexOf(anchorId);
  const next = new Set(selection);
  if (to === -1) return next;
  const start = from === -1 ? to : Math.min(from, to);
  const end = from === -1 ? to : Math.max(from, to);
  for (const between of orderedIds.slice(start, end + 1)) next.add(between);
  return next;
}

export type SelectionSpan = "none" | "some" | "all";

/** How much of what is shown is selected; selected rows that a filter hides do not count. */
export function selectionSpan(selection: Selection, orderedIds: readonly string[]): SelectionSpan {
  let selected = 0;
  for (const id of orderedIds) if (selection.has(id)) selected += 1;
  if (selected === 0) return "none";
  return selected === orderedIds.length ? "all" : "some";
}

/** Selects all shown rows, or drops them if all were selected. Hidden rows keep their state. */
export function toggleAll(selection: Selection, orderedIds: readonly string[]): Set<string> {
  const next = new Set(selection);
  const drop = selectionSpan(selection, orderedIds) === "all";
  for (const id of orderedIds) {
    if (drop) next.delete(id);
    else next.add(id);
  }
  return next;
}

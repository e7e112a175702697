const MAX_CELL_LENGTH = 10_000;

/**
 * A row's cells with some of them written anew, by 0-based column. Empty cells beyond the headings vanish, so emptying
 * surplus cells puts a row with too many right; writing beyond its end fills a row with too few.
 */
export function editCells(
  cells: readonly string[],
  edits: Readonly<Record<string, string>>,
  headerCount: number,
): string[] {
  const edited = [...cells];
  for (const [column, text] of Object.entries(edits)) {
    const index = Number(column);
    while (edited.length < index) edited.push("");
    edited[index] = text.slice(0, MAX_CELL_LENGTH);
  }
  while (edited.length > headerCount && edited.at(-1)?.trim() === "") edited.pop();
  return edited;
}

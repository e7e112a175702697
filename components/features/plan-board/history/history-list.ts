import type { EditHistoryItem } from "./edit-stacks";

/** Edits of one person in a row, as one paragraph of the history. */
export interface HistoryGroup {
  readonly by: string;
  readonly isOwn: boolean;
  readonly edits: readonly EditHistoryItem[];
}

/** The edits made at or after a clock time of today ("16:00"; none: all), newest first, grouped by whoever made them. */
export function historyGroups(
  edits: readonly EditHistoryItem[],
  since: string,
  clockOf: (instant: Date) => string,
): HistoryGroup[] {
  const today = edits[0] ? edits[0].createdAt.toDateString() : "";
  const shown = since
    ? edits.filter(({ createdAt }) => createdAt.toDateString() === today && clockOf(createdAt) >= since)
    : edits;
  const groups: { by: string; isOwn: boolean; edits: EditHistoryItem[] }[] = [];
  for (const edit of shown) {
    const last = groups.at(-1);
    if (last && last.by === edit.by && last.isOwn === edit.isOwn) last.edits.push(edit);
    else groups.push({ by: edit.by, isOwn: edit.isOwn, edits: [edit] });
  }
  return groups;
}

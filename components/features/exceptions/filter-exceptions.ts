import { isSnoozed } from "@/components/lib/exceptions/exception-state";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import type { ExceptionType, Severity } from "@/server/domain/exception/exception-type";

export const VIEWS = ["standing", "snoozed", "closed"] as const;
export type View = (typeof VIEWS)[number];

/** Owner: "mine", "nobody", or a person's id. */
export interface ExceptionFilter {
  readonly view: View;
  readonly words: string;
  readonly type: ExceptionType | null;
  readonly severity: Severity | null;
  readonly owner: string | null;
  readonly date: string | null;
  readonly projectId: string | null;
}

/** What waits, all of it. */
export const NOTHING_NARROWED: ExceptionFilter = {
  view: "standing",
  words: "",
  type: null,
  severity: null,
  owner: null,
  date: null,
  projectId: null,
};

interface Looking {
  readonly nowMs: number;
  /** Who looks; null: not known yet. */
  readonly youId: string | null;
  /** An exception in one text, as it is searched. */
  readonly textOf: (exception: Exception) => string;
}

/** What a filter leaves, in the order it came. */
export function filterExceptions(
  list: readonly Exception[],
  filter: ExceptionFilter,
  { nowMs, youId, textOf }: Looking,
): Exception[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((exception) => {
    if (filter.view !== "closed" && isSnoozed(exception, nowMs) !== (filter.view === "snoozed")) return false;
    if (filter.type !== null && exception.type !== filter.type) return false;
    if (filter.severity !== null && exception.severity !== filter.severity) return false;
    if (filter.date !== null && exception.date !== filter.date) return false;
    if (filter.projectId !== null && exception.projectId !== filter.projectId) return false;
    if (filter.owner !== null && !isOf(exception, filter.owner, youId)) return false;
    if (words.length === 0) return true;
    const text = textOf(exception).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function isOf({ ownerId }: Exception, owner: string, youId: string | null): boolean {
  if (owner === "nobody") return ownerId === null;
  return ownerId === (owner === "mine" ? youId : owner);
}

/** True when anything but the view narrows the list. */
export function isFiltered({ view: _, words, ...choices }: ExceptionFilter): boolean {
  return words.trim() !== "" || Object.values(choices).some((choice) => choice !== null);
}

import type { NamedEdit } from "@/server/domain/plan/edit-summary";

export interface EditHistoryItem extends NamedEdit {
  readonly by: string;
  readonly isOwn: boolean;
  readonly isUndone: boolean;
  readonly createdAt: Date;
}

export interface EditStacks {
  /** The latest edit that can be taken back, and the latest taken back; null when there is none. */
  readonly undo: NamedEdit | null;
  readonly redo: NamedEdit | null;
}

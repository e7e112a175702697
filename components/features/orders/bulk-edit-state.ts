import { parseAmount } from "@/components/lib/parse-amount";
import type { Words } from "@/components/lib/words/words";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";
import type { BulkEdit } from "@/server/domain/order/bulk-edit";
import { windowsLine } from "./describe-order";
import { readWindows, type WindowDraft } from "./window-draft";

/** What the dialog for changing many holds; a part counts only while it is switched on. */
export interface BulkEditState {
  readonly on: Readonly<Record<BulkPart, boolean>>;
  /** Empty: no day. */
  readonly serviceDate: string;
  readonly priority: NonNullable<BulkEdit["priority"]>;
  readonly windows: readonly WindowDraft[];
  readonly serviceMinutes: string;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly skills: readonly string[];
  readonly notify: NotificationPreference;
}

export const BULK_PARTS = [
  "serviceDate",
  "priority",
  "windows",
  "service",
  "addTags",
  "removeTags",
  "skills",
  "notify",
] as const;
export type BulkPart = (typeof BULK_PARTS)[number];

/** Nothing switched on. */
export function emptyBulkEdit(today: string): BulkEditState {
  return {
    on: {
      serviceDate: false,
      priority: false,
      windows: false,
      service: false,
      addTags: false,
      removeTags: false,
      skills: false,
      notify: false,
    },
    serviceDate: today,
    priority: "high",
    windows: [],
    serviceMinutes: "3",
    addTags: [],
    removeTags: [],
    skills: [],
    notify: "both",
  };
}

const MOST_MINUTES = 12 * 60;

/** Minutes as written, in seconds; undefined for what is no time at a door. */
export function minutesToSeconds(text: string): number | undefined {
  const minutes = parseAmount(text);
  if (minutes === null || minutes < 0 || minutes > MOST_MINUTES) return undefined;
  return Math.round(minutes * 60);
}

/** The edit the service takes; undefined while nothing is switched on or a value cannot be used. */
export function bulkEditOf(state: BulkEditState): BulkEdit | undefined {
  const { on } = state;
  const serviceSeconds = minutesToSeconds(state.serviceMinutes);
  const windows = readWindows(state.windows);
  if ((on.service && serviceSeconds === undefined) || (on.windows && !windows)) return undefined;
  const edit: BulkEdit = {
    ...(on.serviceDate && { serviceDate: state.serviceDate || null }),
    ...(on.priority && { priority: state.priority }),
    ...(on.windows && { windows }),
    ...(on.service && { serviceSeconds }),
    ...(on.addTags && state.addTags.length > 0 && { addTags: [...state.addTags] }),
    ...(on.removeTags && state.removeTags.length > 0 && { removeTags: [...state.removeTags] }),
    ...(on.skills && { skills: [...state.skills] }),
    ...(on.notify && { notificationPreference: state.notify }),
  };
  return Object.keys(edit).length > 0 ? edit : undefined;
}

/** The effect in words, one line per change, to be read before it happens. */
export function describeBulkEdit(t: Words<"orders">, edit: BulkEdit): string[] {
  const lines: string[] = [];
  if (edit.serviceDate === null) lines.push(t("effect.noDay"));
  else if (edit.serviceDate) lines.push(t("effect.day", { date: t.format.date(edit.serviceDate) }));
  if (edit.priority) lines.push(t(`effect.priority.${edit.priority}`));
  if (edit.windows) {
    const windows = edit.windows.length > 0 && windowsLine(t, edit.windows);
    lines.push(windows ? t("effect.windows", { windows }) : t("effect.noWindows"));
  }
  if (edit.serviceSeconds !== undefined) lines.push(t("effect.service", { minutes: edit.serviceSeconds / 60 }));
  if (edit.addTags) lines.push(t("effect.addTags", { tags: edit.addTags.join(", ") }));
  if (edit.removeTags) lines.push(t("effect.removeTags", { tags: edit.removeTags.join(", ") }));
  if (edit.skills) {
    lines.push(edit.skills.length > 0 ? t("effect.skills", { skills: edit.skills.join(", ") }) : t("effect.noSkills"));
  }
  if (edit.notificationPreference) lines.push(t(`effect.notify.${edit.notificationPreference}`));
  return lines;
}

import type { NotificationTrigger } from "@/server/domain/notification/notification-policy";
import {
  type NotificationTemplate,
  TEMPLATE_FIELDS,
  type TemplateField,
} from "@/server/domain/notification/template-form";
import type { Language } from "@/server/domain/preference/preferences";

/** One message in one language. */
export type TemplateKey = `${Language}.${NotificationTrigger}`;

/** A wording, and since when it is stored; null: it is ours. */
export interface Wording extends NotificationTemplate {
  readonly language: Language;
  readonly changedAt: string | null;
}

/** What was changed and not saved. A draft keeps the time of the wording it began from. */
export type Drafts = { readonly [Key in TemplateKey]?: Wording };

const FIELDS = Object.keys(TEMPLATE_FIELDS) as TemplateField[];

export function templateKey({ language, trigger }: Pick<Wording, "language" | "trigger">): TemplateKey {
  return `${language}.${trigger}`;
}

/** A message as it is worded now: its draft, else what is stored. */
export function draftOf(kept: readonly Wording[], drafts: Drafts, key: TemplateKey): Wording {
  return drafts[key] ?? kept.find((each) => templateKey(each) === key)!;
}

/** The drafts with one worded anew; one that is as stored is no draft. */
export function withDraft(
  kept: readonly Wording[],
  drafts: Drafts,
  key: TemplateKey,
  part: Partial<Record<TemplateField, string>>,
): Drafts {
  const draft = { ...draftOf(kept, drafts, key), ...part };
  const stored = draftOf(kept, {}, key);
  const { [key]: _before, ...others } = drafts;
  return FIELDS.every((field) => draft[field] === stored[field]) ? others : { ...others, [key]: draft };
}

/** A text with something put in the place of what is selected, and where the caret is then. */
export function insertInto(text: string, piece: string, from: number, to: number): { text: string; caret: number } {
  return { text: text.slice(0, from) + piece + text.slice(to), caret: from + piece.length };
}

/** A little of a text around a fault, so that it is found without counting. */
export function faultExcerpt(
  text: string,
  at: number,
  length: number,
): { before: string; piece: string; after: string } {
  const around = 16;
  const [from, end] = [Math.max(0, at - around), at + Math.min(length, 40)];
  const before = (from > 0 ? "…" : "") + text.slice(from, at);
  const rest = text.slice(end, end + around);
  return { before, piece: text.slice(at, end), after: rest + (end + around < text.length ? "…" : "") };
}

import { NOTIFICATION_TRIGGERS, type NotificationTrigger } from "./notification-policy";

/** What a template may ask for, written `{name}`; a brace itself is written twice. */
export const PLACEHOLDERS = [
  "recipient",
  "sender",
  "order",
  "when",
  "window",
  "lateness",
  "driver",
  "stops",
  "reason",
  "link",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const UNDER_WAY: readonly NotificationTrigger[] = ["out-for-delivery", "near", "delayed"];

/** Where a placeholder has something to say; those not named do everywhere. */
const ONLY_IN: Partial<Record<Placeholder, readonly NotificationTrigger[]>> = {
  when: ["dispatched", ...UNDER_WAY],
  window: ["dispatched", ...UNDER_WAY],
  lateness: ["delayed"],
  driver: UNDER_WAY,
  stops: UNDER_WAY,
  reason: ["failed"],
};

/** What a message is made of; the template's own words and what is put in are told apart for the sake of escaping. */
export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "placeholder"; readonly name: Placeholder };

export type TemplateIssueCode =
  | "unknown-placeholder"
  | "not-in-this-message"
  | "unclosed-brace"
  | "stray-brace"
  | "empty"
  | "too-long"
  | "line-break";

/** What is wrong, and where: the screen marks it by position, in UTF-16 units. */
export interface TemplateIssue {
  readonly code: TemplateIssueCode;
  readonly at: number;
  readonly length: number;
}

export interface ParsedTemplate {
  readonly parts: readonly TemplatePart[];
  /** In the order in which they stand. */
  readonly issues: readonly TemplateIssue[];
}

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|\{|\}/g;

/** Takes a template apart; what cannot be understood stays as text, with an issue that says where. Never fails. */
export function parseTemplate(text: string, trigger: NotificationTrigger): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const issues: TemplateIssue[] = [];
  let end = 0;
  const keep = (piece: string) => piece !== "" && parts.push({ kind: "text", text: piece });
  for (const match of text.matchAll(TOKEN)) {
    const [token, inner] = match;
    keep(text.slice(end, match.index));
    end = match.index + token.length;
    const place = { at: match.index, length: token.length };
    if (token === "{{" || token === "}}") keep(token[0]!);
    else if (inner === undefined) {
      issues.push({ code: token === "{" ? "unclosed-brace" : "stray-brace", ...place });
      keep(token);
    } else {
      const name = PLACEHOLDERS.find((known) => known === inner.trim());
      if (name) parts.push({ kind: "placeholder", name });
      else keep(token);
      if (!name) issues.push({ code: "unknown-placeholder", ...place });
      else if (!isOffered(name, trigger)) issues.push({ code: "not-in-this-message", ...place });
    }
  }
  keep(text.slice(end));
  return { parts, issues };
}

/** True where a placeholder has a value in messages of a trigger. */
export function isOffered(name: Placeholder, trigger: NotificationTrigger): boolean {
  return (ONLY_IN[name] ?? NOTIFICATION_TRIGGERS).includes(trigger);
}

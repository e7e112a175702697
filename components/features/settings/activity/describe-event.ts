import { eventName } from "@/components/lib/event-name";
import type { RouterOutput } from "@/components/lib/router-types";
import { sayEdit } from "@/components/lib/say-edit";
import type { Words } from "@/components/lib/words/words";
import { editSummarySchema } from "@/server/domain/plan/edit-summary";

export type ActivityEvent = RouterOutput["event"]["audit"]["events"][number];

/** Kinds of things the log is about, in the order a filter offers them. */
export const ENTITIES = [
  "plan",
  "route",
  "delivery",
  "import",
  "location",
  "driver",
  "vehicle",
  "depot",
  "message",
  "proof",
  "slot",
  "project",
  "organization",
  "member",
  "role",
  "partner",
  "webhook",
  "api-key",
  "address-book",
] as const;

/** "Order created", "Plan optimization requested"; a type no longer known is said as it is. */
export function eventTitle(t: Words<"events">, type: string): string {
  return eventName(t, type) ?? type;
}

const NAME_KEYS = ["name", "label", "externalId", "recipientName", "fileName", "driverName"];

/** What the thing is called, where the event says it. */
export function eventSubject(
  { t, edits }: { readonly t: Words<"activity">; readonly edits: Words<"edits"> },
  { after, before, data }: Pick<ActivityEvent, "after" | "before" | "data">,
): string {
  const summary = editSummarySchema.safeParse(data?.summary);
  if (summary.success) return sayEdit(edits, { label: "", summary: summary.data });
  for (const part of [after, before, data]) {
    for (const key of NAME_KEYS) {
      const value = part?.[key];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  const number = data?.routeNumber ?? data?.number ?? after?.number;
  return typeof number === "number" ? t("route", { number: String(number) }) : "";
}

export interface EventDetail {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Every field the event says something about, with what it was and what it is; `data` counts as what is. */
export function eventDetails({ before, after, data }: Pick<ActivityEvent, "after" | "before" | "data">): EventDetail[] {
  const is = { ...data, ...after };
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(is)])];
  return fields
    .map((field) => ({ field: fieldName(field), before: valueText(before?.[field]), after: valueText(is[field]) }))
    .filter((detail) => detail.before !== detail.after);
}

/** "shiftFromSeconds" → "Shift from seconds". */
function fieldName(field: string): string {
  const text = field.replace(/([a-z])([A-Z])/g, (_, left: string, right: string) => `${left} ${right.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

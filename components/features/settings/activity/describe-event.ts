import type { RouterOutput } from "@/components/lib/router-types";

export type ActivityEvent = RouterOutput["event"]["timeline"][number];

/** Kinds of things the log is about, in the order a filter offers them. */
export const ENTITIES = [
  { value: "plan", label: "Plans" },
  { value: "route", label: "Routes" },
  { value: "delivery", label: "Orders" },
  { value: "import", label: "Order imports" },
  { value: "location", label: "Addresses" },
  { value: "driver", label: "Drivers" },
  { value: "vehicle", label: "Vehicles" },
  { value: "depot", label: "Depots" },
  { value: "message", label: "Messages" },
  { value: "project", label: "Projects" },
  { value: "address-book", label: "Address book" },
] as const;

const WORDS: Readonly<Record<string, string>> = { delivery: "order", "driver-day": "driver’s day" };

const words = (name: string) => WORDS[name] ?? name.replaceAll("-", " ");

/** "Order created", "Plan optimization requested", from an event's type. */
export function eventTitle(type: string): string {
  const [entity = "", verb = ""] = type.split(".");
  const text = `${words(entity)} ${words(verb)}`.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NAME_KEYS = ["name", "label", "externalId", "recipientName", "fileName", "driverName"];

/** What the thing is called, where the event says it. */
export function eventSubject({ after, before, data }: Pick<ActivityEvent, "after" | "before" | "data">): string {
  for (const part of [after, before, data]) {
    for (const key of NAME_KEYS) {
      const value = part?.[key];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  const number = data?.routeNumber ?? data?.number ?? after?.number;
  return typeof number === "number" ? `Route ${number}` : "";
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

import type { Words } from "@/components/lib/words/words";
/** What happened to an order, as its history says it. */
export interface HistoryEvent {
  readonly type: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const TITLED = [
  "delivery.created",
  "delivery.changed",
  "delivery.deleted",
  "delivery.instructed",
  "delivery.safe-place-named",
  "delivery.rescheduled",
  "delivery.rated",
  "delivery.link-made",
  "delivery.links-withdrawn",
  "location.pinned",
  "location.geocoded",
  "stop.locked",
  "stop.unlocked",
] as const;

const FIELDS = [
  "externalId",
  "serviceDate",
  "kind",
  "priority",
  "notificationPreference",
  "loads",
  "skills",
  "features",
  "tags",
  "notes",
  "customFields",
  "items",
  "pickup",
  "dropoff",
  "status",
] as const;

/** The event's name; one this page does not know is said as it is. */
export function eventTitle(t: Words<"orders">, { type }: HistoryEvent): string {
  const titled = TITLED.find((each) => each === type);
  if (titled) return t(`event.${titled}`);
  return type.replace(/[.-]/g, " ").replace(/^./, (letter) => letter.toUpperCase());
}

/** Which fields a change touched: "day, windows". Empty when the event does not say. */
export function changedFields(t: Words<"orders">, { before, after }: HistoryEvent): string {
  if (!before || !after) return "";
  return FIELDS.filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map((name) => t(`field.${name}`))
    .join(", ");
}

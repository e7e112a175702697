import { z } from "zod";
import { eventName } from "@/components/lib/event-name";
import type { Words } from "@/components/lib/words/words";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { windowText } from "./describe-order";

/** What happened to an order, as its history says it. */
export interface HistoryEvent {
  readonly type: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What is said shorter beside its order than in the log of everything. */
const TITLED = [
  "delivery.created",
  "delivery.changed",
  "delivery.deleted",
  "location.pinned",
  "location.geocoded",
  "stop.locked",
  "stop.unlocked",
] as const;

const FIELDS = [
  "externalId",
  "serviceDate",
  "allowedDays",
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
  "joinedWithId",
] as const;

/** The words an order's history is told in. */
export interface HistoryWords {
  readonly orders: Words<"orders">;
  readonly events: Words<"events">;
}

/** The event's name; one this page does not know is said as it is. */
export function eventTitle({ orders, events }: HistoryWords, { type }: HistoryEvent): string {
  const titled = TITLED.find((each) => each === type);
  if (titled) return orders(`event.${titled}`);
  return eventName(events, type) ?? type.replace(/[.-]/g, " ").replace(/^./, (letter) => letter.toUpperCase());
}

/** What an event changed: from which slot to which, else which fields. Empty where the event does not say. */
export function eventDetail(t: Words<"orders">, event: HistoryEvent): string {
  const [before, after] = [promiseSchema.safeParse(event.before), promiseSchema.safeParse(event.after)];
  if (event.type !== "delivery.rescheduled" || !before.success || !after.success) return changedFields(t, event);
  return t("event.movedFromTo", { from: promiseText(t, before.data), to: promiseText(t, after.data) });
}

const promiseSchema = z.object({ serviceDate: localDateSchema, windows: z.array(localWindowSchema) });

/** "24 Nov, 15:00–19:00": a day, and the windows that hold on it. */
function promiseText(t: Words<"orders">, { serviceDate, windows }: z.infer<typeof promiseSchema>): string {
  const onDay = windows.filter(({ date }) => date === undefined || date === serviceDate);
  const hours = onDay.map(({ date: _, ...window }) => windowText(t, window));
  return [t.format.date(serviceDate, "short"), ...hours].join(", ");
}

/** Which fields a change touched: "day, windows". Empty when the event does not say. */
function changedFields(t: Words<"orders">, { before, after }: HistoryEvent): string {
  if (!before || !after) return "";
  return FIELDS.filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map((name) => t(`field.${name}`))
    .join(", ");
}

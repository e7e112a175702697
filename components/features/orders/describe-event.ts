/** What happened to an order, as its history says it. */
export interface HistoryEvent {
  readonly type: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const TITLES: Readonly<Record<string, string>> = {
  "delivery.created": "Created",
  "delivery.changed": "Changed",
  "delivery.deleted": "Deleted",
  "location.pinned": "Door pinned on the map",
  "location.geocoded": "Address looked up",
  "stop.locked": "Locked on its route",
  "stop.unlocked": "Unlocked",
};

const FIELDS: Readonly<Record<string, string>> = {
  externalId: "number",
  serviceDate: "day",
  kind: "kind",
  priority: "priority",
  loads: "load",
  skills: "skills",
  features: "vehicle features",
  tags: "tags",
  notes: "notes",
  customFields: "custom fields",
  items: "items",
  pickup: "pickup",
  dropoff: "drop-off",
  status: "status",
};

/** The event's name; one this page does not know is said as it is. */
export function eventTitle({ type }: HistoryEvent): string {
  return TITLES[type] ?? type.replace(/[.-]/g, " ").replace(/^./, (letter) => letter.toUpperCase());
}

/** Which fields a change touched: "day, windows". Empty when the event does not say. */
export function changedFields({ before, after }: HistoryEvent): string {
  if (!before || !after) return "";
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => name in FIELDS && JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map((name) => FIELDS[name])
    .join(", ");
}

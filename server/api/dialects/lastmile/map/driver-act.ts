import type { z } from "zod";
import type { pointSchema } from "../wire/common";
import {
  type attemptRequestSchema,
  type completeRequestSchema,
  DECLINE_CODES,
  type declineRequestSchema,
  FAILURE_CODES,
  type failedRequestSchema,
  type partialRequestSchema,
  type WirePing,
} from "../wire/driver-api";

type Point = z.output<typeof pointSchema>;

/** When an act was, as its sender says: by its own time, or by that of the place it was at. */
export function occurredAt({ timestamp, location }: { timestamp?: string | undefined; location?: Point | undefined }) {
  const text = timestamp ?? location?.timestamp;
  return text === undefined ? undefined : new Date(text);
}

/** Where an act was, as an act carries it. */
export function positionOf(location: Point | undefined) {
  if (!location) return {};
  const { lat, lon: lng, accuracy_meters: accuracyMeters } = location;
  return { position: { lat, lng, ...(accuracyMeters !== undefined && { accuracyMeters }) } };
}

export function toDecline({ reason, reason_code, notes = "" }: z.output<typeof declineRequestSchema>) {
  return { type: "decline", reason: DECLINE_CODES[(reason ?? reason_code)!], note: notes };
}

export function toAttempt(visitId: string, body: z.output<typeof attemptRequestSchema>) {
  const { reason, contact_attempts, notes = "", location } = body;
  return {
    type: "complete",
    outcome: "attempted",
    reason: reason ? FAILURE_CODES[reason] : "other",
    visitIds: [visitId],
    note: notes,
    ...toContacts(contact_attempts),
    ...positionOf(location),
  };
}

/** How the recipient was tried to be reached, as an act carries it. */
function toContacts(said: z.output<typeof failedRequestSchema>["contact_attempts"]) {
  return said && { contacts: said.map(({ channel, timestamp }) => ({ channel, ...(timestamp && { at: timestamp }) })) };
}

export function toComplete(visitId: string, body: z.output<typeof completeRequestSchema>, proofIds: readonly string[]) {
  const { recipient_name: recipientName, notes: note, location } = body;
  return {
    type: "complete",
    outcome: "delivered",
    visitIds: [visitId],
    recipientName,
    note,
    proofIds,
    ...positionOf(location),
  };
}

export function toFailed(visitId: string, body: z.output<typeof failedRequestSchema>) {
  const { reason, next_action, contact_attempts, notes = "", location } = body;
  return {
    type: "complete",
    outcome: "failed",
    reason: FAILURE_CODES[reason],
    visitIds: [visitId],
    note: notes,
    ...(next_action && { next: next_action === "return_to_warehouse" ? "return" : "reschedule" }),
    ...toContacts(contact_attempts),
    ...positionOf(location),
  };
}

/** An order's item by what it is known by outside. */
interface Item {
  readonly id: string;
  readonly barcode: string;
  readonly quantity: number;
}

/** What was handed over of an order's items; undefined where one is named that it has not. */
export function toPartial(visitId: string, body: z.output<typeof partialRequestSchema>, items: readonly Item[]) {
  const { delivered_packages: given, undelivered_packages: kept, reason, recipient_name, notes = "", location } = body;
  const byCode = new Map(items.map((item) => [item.barcode, item]));
  const handed = given?.map((each) => (typeof each === "string" ? { package_id: each } : each));
  const named = [...(handed?.map(({ package_id }) => package_id) ?? []), ...(kept ?? [])];
  if (!named.every((code) => byCode.has(code))) return undefined;
  const counts = new Map<string, number>();
  if (handed) for (const { id } of items) counts.set(id, 0);
  for (const each of handed ?? []) {
    const item = byCode.get(each.package_id)!;
    counts.set(item.id, "quantity" in each && each.quantity !== undefined ? each.quantity : item.quantity);
  }
  for (const code of kept ?? []) counts.set(byCode.get(code)!.id, 0);
  return {
    type: "complete",
    outcome: "partial",
    reason: reason === "missing_item" ? "missing-item" : reason ? FAILURE_CODES[reason] : "other",
    visitIds: [visitId],
    note: notes,
    recipientName: recipient_name ?? "",
    items: [...counts].map(([itemId, quantity]) => ({ itemId, quantity })),
    ...positionOf(location),
  };
}

/** A ping as the core takes a fix. */
export function toFix({ location, timestamp, speed, heading, battery_pct }: WirePing, now: Date) {
  return {
    recordedAt: location.timestamp ?? timestamp ?? now.toISOString(),
    lat: location.lat,
    lng: location.lon,
    accuracyMeters: location.accuracy_meters,
    speedMps: speed,
    headingDegrees: heading,
    batteryPercent: battery_pct,
  };
}

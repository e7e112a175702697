import type { LatLng } from "@/server/domain/geo";
import type { DeliveryInput } from "./delivery-schema";
import type { DeliveryStatus } from "./delivery-status";

/** How sure we are of a door: `given` came with the order, `pinned` was set by a person, the rest by a geocoder. */
export const LOCATION_CONFIDENCES = [
  "given",
  "pinned",
  "exact",
  "interpolated",
  "street",
  "city",
  "none",
  "pending",
] as const;
export type LocationConfidence = (typeof LOCATION_CONFIDENCES)[number];

/** Positions a person should look at before a van is sent there. */
export const DOUBTFUL_CONFIDENCES: readonly LocationConfidence[] = ["street", "city", "none"];

export interface StoredVisit {
  readonly id: string;
  readonly role: "pickup" | "dropoff";
  readonly locationId: string;
  /** Null until geocoded, or when nothing was found. */
  readonly position: LatLng | null;
  readonly confidence: LocationConfidence;
  readonly source: string;
}

/** Where a delivery stands in a plan. */
export interface DeliveryRoute {
  readonly routeId: string;
  readonly planId: string;
  readonly number: number;
  readonly status: "planned" | "dispatched" | "started" | "finished";
}

/** A delivery as it is kept; `input` is what would make it again. */
export interface StoredDelivery {
  readonly id: string;
  readonly projectId: string;
  readonly status: DeliveryStatus;
  /** What a program's customer follows it by: sixteen random signs, unique in the whole installation. */
  readonly trackingCode: string;
  readonly partnerId: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** A visit's `position` is there only when it came with the order. */
  readonly input: DeliveryInput;
  readonly visits: readonly StoredVisit[];
  readonly route: DeliveryRoute | null;
  /** The pickup whose goods it brings, or the drop-off they go to, a delivery of its own: one van makes both. */
  readonly joinedWithId: string | null;
}

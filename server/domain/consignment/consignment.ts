import type { Metadata } from "@/server/domain/order/delivery-schema";
import { type DeliveryStatus, TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";

/** What driving a consignment comes to, from its first door to its last. */
export interface ConsignmentFigures {
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** Polyline, precision 5. */
  readonly geometry: string;
}

/** What its sender says of a consignment as a whole. */
export interface ConsignmentHead {
  /** The system it comes from, and the name it has there, unique among what one sender sends. */
  readonly source: string;
  readonly externalId: string;
  readonly title: string;
  readonly driverEmail: string;
  /** Of the day it is driven, in the project's zone. */
  readonly date: string;
  /** As said; null: the project's. */
  readonly timeZone: string | null;
  readonly metadata: Metadata;
}

/** How far a consignment is: with no driver yet, in a driver's hands, begun, every door of it over. */
export type ConsignmentProgress = "waiting" | "assigned" | "under-way" | "over";

/** How far a consignment with these deliveries is; one without any left is over. */
export function consignmentProgress(statuses: readonly DeliveryStatus[]): ConsignmentProgress {
  const isOver = (status: DeliveryStatus) => TERMINAL_DELIVERY_STATUSES.includes(status);
  if (statuses.every(isOver)) return "over";
  if (statuses.some((status) => isOver(status) || status === "enroute")) return "under-way";
  return statuses.some((status) => status === "assigned") ? "assigned" : "waiting";
}

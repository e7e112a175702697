import type { Tone } from "@/components/ui/badge";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";
import type { Priority } from "@/server/domain/plan/routing-problem";

export const KIND_LABELS: Readonly<Record<DeliveryKind, string>> = {
  dropoff: "Drop-off",
  pickup: "Pickup",
  pair: "Pickup and drop-off",
  task: "Task",
};

export const STATUS_LABELS: Readonly<Record<DeliveryStatus, string>> = {
  requested: "Requested",
  scheduled: "Scheduled",
  assigned: "Assigned",
  enroute: "On the way",
  delivered: "Delivered",
  failed: "Failed",
  cancelled: "Cancelled",
  returned: "Returned",
};

export const STATUS_TONES: Readonly<Record<DeliveryStatus, Tone>> = {
  requested: "neutral",
  scheduled: "info",
  assigned: "info",
  enroute: "accent",
  delivered: "ok",
  failed: "alert",
  cancelled: "neutral",
  returned: "warn",
};

export const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  critical: "Critical",
};

export const CONFIDENCE_LABELS: Readonly<Record<LocationConfidence, string>> = {
  given: "Position came with the order",
  pinned: "Pinned by hand",
  exact: "Exact door",
  interpolated: "Between two known doors",
  street: "Only the street is known",
  city: "Only the town is known",
  none: "Not found",
  pending: "Being looked up",
};

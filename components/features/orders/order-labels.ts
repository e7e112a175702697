import type { Tone } from "@/components/ui/badge";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";
import type { Priority } from "@/server/domain/plan/routing-problem";

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


import type { Tone } from "@/components/ui/badge";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

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

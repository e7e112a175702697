import "server-only";
import type { DeliveryRefusal } from "@/server/domain/order/change-refusal";
import type { RefusedVerdict } from "@/server/domain/order/delivery-verdict";
import { fault, type OrderCode, type OrderFault } from "../wire/codes";

/** What the core leaves an order as it is for, in this vendor's codes; the rest is what cannot be meant of it. */
const CODES: Readonly<Partial<Record<DeliveryRefusal, OrderCode>>> = {
  exists: "ERR_ORD_EXISTS",
  unknown: "ERR_ORD_NOT_FOUND",
  not_joinable: "ERR_RELATED_ORD_LINK",
};

export function faultOf({ reason, message }: Pick<RefusedVerdict, "reason" | "message">): OrderFault {
  const code = CODES[reason];
  return code ? fault(code) : fault("ERR_INVALID_PARAM_FORMAT", message);
}

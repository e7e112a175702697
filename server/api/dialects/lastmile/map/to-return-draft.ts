import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { WireAddress } from "../wire/common";
import type { DeliveryAnswer } from "../wire/delivery";
import type { ReturnRequest } from "../wire/exception";
import type { Home } from "./door";
import { asExtensions, extensionOf } from "./extension";
import { toDeliveryDraft } from "./to-delivery-draft";

/**
 * Goods to be fetched and brought to the depot, as the core's pickup: at the door named, or at the one where `delivered`
 * went, with what was in it where nothing else is said. Undefined where neither says a door.
 */
export function toReturnDraft(
  request: ReturnRequest,
  delivered: DeliveryAnswer | undefined,
  home: Home,
): DeliveryDraft | undefined {
  const { pickup, window, delivery_id: _, ...rest } = request;
  const door = pickup ? { ...pickup, recipient: pickup.contact } : doorOf(delivered);
  if (!door) return undefined;
  const packages =
    rest.packages.length > 0 ? rest.packages : ((delivered?.packages ?? []) as ReturnRequest["packages"]);
  const whole = toDeliveryDraft(
    {
      ...rest,
      source: rest.source ?? delivered?.source ?? undefined,
      source_id: rest.source_id ?? delivered?.source_id ?? undefined,
      order_id: rest.order_id ?? delivered?.order_id ?? undefined,
      area: rest.area ?? delivered?.area,
      packages,
      dropoff: { ...door, window: window ?? pickup?.window },
    },
    home,
  );
  const { dropoff, extensions, ...draft } = whole;
  const { dropoff: sent, volumes } = extensionOf((extensions ?? {}) as Parameters<typeof extensionOf>[0]);
  return {
    ...draft,
    kind: "pickup",
    pickup: dropoff,
    extensions: asExtensions({ pickup: { ...sent, contact: sent?.recipient ?? {} }, volumes }),
  };
}

function doorOf(delivered: DeliveryAnswer | undefined) {
  if (!delivered?.dropoff) return undefined;
  const { address, recipient } = delivered.dropoff;
  return { address: address as WireAddress, recipient };
}

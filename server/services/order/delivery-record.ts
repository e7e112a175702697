import type { DeliveryServing } from "@/db/queries/order/delivery-servings";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";

/** A delivery with who brings it. */
export interface DeliveryRecord {
  readonly delivery: StoredDelivery;
  /** Null while it is on no route. */
  readonly serving: DeliveryServing | null;
  /** Its project's, in which its windows are. */
  readonly timeZone: string;
}

import type { DeliveryInput, VisitInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { OrderField } from "./order-columns";
import { ORDER_COLUMN_BY_KEY } from "./order-columns";
import { RowReader } from "./row-reader";
import type { OrderFile } from "./validate-order-row";
import type { VisitField } from "./visit-columns";

/** The part of a row's delivery that the row itself gives, for laying over a known one: empty cells change nothing. */
export function draftOfRow(delivery: DeliveryInput, cells: readonly string[], file: OrderFile): DeliveryDraft {
  const reader = new RowReader<OrderField>(cells, file.headers, file.mapping, ORDER_COLUMN_BY_KEY);
  const has = (...fields: OrderField[]) => fields.some((field) => reader.text(field) !== "");
  const draft: Record<string, unknown> = { kind: delivery.kind };
  const take = (key: keyof DeliveryInput, isGiven: boolean) => {
    if (isGiven && delivery[key] !== undefined) draft[key] = delivery[key];
  };
  take("externalId", true);
  take("serviceDate", true);
  take("priority", has("priority"));
  take("loads", has("weight_kg", "volume_l", "parcels", "load4"));
  take("skills", has("skills"));
  take("features", has("features"));
  take("tags", has("tags"));
  take("notes", has("notes"));
  take("notificationPreference", has("notification_preference"));
  take("items", has("barcode"));
  take("customFields", Object.keys(delivery.customFields).length > 0);
  for (const role of ["pickup", "dropoff"] as const) {
    const visit = delivery[role];
    if (!visit) continue;
    // A file of mere pickups has them in the ordinary columns.
    const isPickupSide = role === "pickup" && has("pickup_address", "pickup_lat");
    draft[role] = draftOfVisit(visit, (field) => has(isPickupSide ? `pickup_${field}` : field));
  }
  return draft as DeliveryDraft;
}

function draftOfVisit(visit: VisitInput, has: (field: VisitField) => boolean) {
  const { name, phone, email } = visit.contact;
  return {
    address: visit.address,
    ...(visit.position && { position: visit.position }),
    contact: { ...(has("name") && { name }), ...(has("phone") && { phone }), ...(has("email") && { email }) },
    ...(visit.windows.length > 0 && { windows: visit.windows }),
    ...(has("service_minutes") && { serviceSeconds: visit.serviceSeconds }),
    ...(visit.instructions !== "" && { instructions: visit.instructions }),
  };
}

import "server-only";
import { z } from "zod";
import { selectByNumbers, selectPairsByPickup } from "@/db/queries/order/find-by-number";
import { query } from "../kernel/query";
import type { DeliveryRecord } from "./delivery-record";
import { loadDeliveryRecords } from "./load-delivery-records";

/** One door of a delivery, as programs speak of it: the delivery itself, or the pickup of a pair. */
export interface FoundDoor {
  readonly record: DeliveryRecord;
  readonly role: "pickup" | "dropoff";
}

/**
 * Doors by the delivery's id, a pair's pickup by its visit's id, or by the sender's number, of a pair its drop-off: for
 * each that is asked, all that fit.
 */
export const findDoors = query({
  permission: "order.read",
  input: z.object({
    doors: z.array(z.union([z.object({ id: z.uuid() }), z.object({ number: z.string().max(200) })])).max(5000),
  }),
  run: async ({ tx, actor }, { doors }): Promise<{ found: FoundDoor[][] }> => {
    const { organizationId } = actor;
    const ids = doors.flatMap((each) => ("id" in each ? [each.id] : []));
    const numbers = doors.flatMap((each) => ("number" in each ? [each.number] : []));
    const numbered = await selectByNumbers(tx, organizationId, numbers);
    const pairs = await selectPairsByPickup(tx, organizationId, ids);
    const wanted = [...ids, ...numbered.map(({ id }) => id), ...pairs.map(({ deliveryId }) => deliveryId)];
    const records = await loadDeliveryRecords(tx, organizationId, [...new Set(wanted)]);
    const byId = new Map(records.map((record) => [record.delivery.id, record]));
    const pickups = new Map(pairs.map(({ visitId, deliveryId }) => [visitId, deliveryId]));
    const doorOf = (id: string, isPickup = false): FoundDoor[] => {
      const record = byId.get(id);
      if (!record) return [];
      return [{ record, role: isPickup || record.delivery.input.kind === "pickup" ? "pickup" : "dropoff" }];
    };
    const found = doors.map((each) => {
      if ("number" in each) return numbered.filter((one) => one.number === each.number).flatMap(({ id }) => doorOf(id));
      const pair = pickups.get(each.id);
      return pair === undefined ? doorOf(each.id) : doorOf(pair, true);
    });
    return { found };
  },
});

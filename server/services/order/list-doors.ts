import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { type DoorPlace, selectDoors } from "@/db/queries/order/door-states";
import { DOOR_STANDINGS } from "@/server/domain/order/door-standing";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import type { FoundDoor } from "./find-doors";
import { loadDeliveryRecords } from "./load-delivery-records";

const wantedSchema = z.object({
  /** Both inclusive. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  standings: z.array(z.enum(DOOR_STANDINGS)).optional(),
  visitIds: z.array(z.uuid()).max(5000).optional(),
});

/** Doors that meet everything asked, by day, a page at a time. Refuses a cursor that no page has given out. */
export const listDoors = query({
  permission: "order.read",
  input: z.object({
    wanted: wantedSchema,
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(500),
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const { organizationId } = actor;
    const { visitIds, ...rest } = wanted;
    const query = { ...rest, ...(visitIds && { visitIds }) } as Parameters<typeof selectDoors>[2];
    const places = await selectDoors(tx, organizationId, query, placeOf(cursor), limit + 1);
    const page = places.slice(0, limit);
    const ids = [...new Set(page.map(({ deliveryId }) => deliveryId))];
    const records = new Map(
      (await loadDeliveryRecords(tx, organizationId, ids)).map((each) => [each.delivery.id, each]),
    );
    const doors = page.flatMap(({ deliveryId, role }): FoundDoor[] => {
      const record = records.get(deliveryId);
      return record ? [{ record, role }] : [];
    });
    const last = page.at(-1);
    return { doors, nextCursor: places.length > limit && last ? cursorOf(last) : null };
  },
});

function cursorOf({ date, deliveryId, role }: DoorPlace): string {
  return encodeCursor({ value: date, key: `${deliveryId} ${role}` });
}

const keySchema = z.tuple([z.uuid(), z.enum(["pickup", "dropoff"])]);

function placeOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const decoded = decodeCursor(cursor);
  const key = keySchema.safeParse(decoded?.key.split(" "));
  const date = localDateSchema.nullable().safeParse(decoded?.value);
  if (!key.success || !date.success) {
    throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
  }
  return { date: date.data, deliveryId: key.data[0], role: key.data[1] };
}

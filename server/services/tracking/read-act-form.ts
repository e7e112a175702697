import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findActDoor, findDeliverySlot, listDoorPictures, listPlansOfDays } from "@/db/queries/tracking/customer-acts";
import { findTolds } from "@/db/queries/tracking/customer-told";
import { listCustomerWords } from "@/db/queries/tracking/customer-words";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import type { OpenSlot } from "@/server/domain/slot/slot-availability";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { CUSTOMER_ACTS } from "@/server/domain/tracking/customer-act";
import { NO_WISH } from "@/server/domain/tracking/customer-wish";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { openSlotsAt } from "../slot/open-slots-at";
import { refusalOf, trackedRow } from "./judge-act";
import { brandOf } from "./read-tracking";
import { trackingReader } from "./tracking-reader";

/** So many days ahead a customer chooses from, where offers go that far. */
const DAYS_AHEAD = 14;

/** What the page of one act shows: whether it may be done, what was said before, and what there is to choose from. */
export const readActForm = query({
  permission: "order.read",
  input: z.object({
    visitId: z.uuid(),
    scope: z.enum(["page", "status"]),
    act: z.enum(CUSTOMER_ACTS),
    language: z.enum(LANGUAGES).nullable(),
  }),
  run: async ({ tx, actor: { organizationId }, now }, { visitId, scope, act, language }) => {
    const policy = await findTrackingPolicy(tx, organizationId);
    const row = await trackedRow(tx, organizationId, visitId, now);
    const [told] = await findTolds(tx, organizationId, [visitId]);
    const refusal = refusalOf(act, scope, row, told ?? null, policy, now);
    const mayShow = refusal === null;
    const [said] = mayShow ? await listCustomerWords(tx, organizationId, [visitId]) : [];
    return {
      reader: trackingReader(row, language),
      brand: brandOf(row),
      timeZone: row.timeZone,
      refusal,
      wish: said ?? NO_WISH,
      slots: mayShow && act === "reschedule" ? await openSlotsOf(tx, organizationId, visitId, now) : [],
      pictures: mayShow && act === "proof" ? await listDoorPictures(tx, organizationId, visitId) : [],
    };
  },
});

/** What a door can still book, but the place it has and days that are closed. */
async function openSlotsOf(tx: Tx, organizationId: string, visitId: string, now: Date): Promise<OpenSlot[]> {
  const door = found(await findActDoor(tx, organizationId, visitId), "stop");
  const { postcode, lat, lng, timeZone, projectId, serviceDate } = door;
  const position = lat === null || lng === null ? undefined : { lat, lng };
  if (postcode === "" && !position) return [];
  const request = { postcode, position, fromDate: localDateAt(now, timeZone), days: DAYS_AHEAD };
  const slots = await openSlotsAt(tx, organizationId, { id: projectId, timeZone }, request, now);
  const dates = [...new Set(slots.map(({ date }) => date))];
  const plans = dates.length === 0 ? [] : await listPlansOfDays(tx, organizationId, projectId, dates);
  const closed = new Set(plans.filter(({ status }) => status === "closed").map(({ date }) => date));
  const had = await findDeliverySlot(tx, organizationId, door.deliveryId);
  const here = had && had.date === serviceDate ? slotKey(had) : null;
  return slots.filter(({ key, date }) => key !== here && !closed.has(date));
}

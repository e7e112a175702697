import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { endpoint } from "@/server/api/kernel/endpoint";
import { MOST_DAYS_AHEAD } from "@/server/domain/slot/slot-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { noSuch } from "@/server/services/kernel/service-error";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { cancelSlot } from "@/server/services/slot/cancel-slot";
import { confirmSlot } from "@/server/services/slot/confirm-slot";
import { findSlots } from "@/server/services/slot/find-slots";
import { reserveSlot as reserve } from "@/server/services/slot/reserve-slot";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { slotIdOf, slotOfId } from "../map/slot";
import {
  availabilityQuerySchema,
  postcodeOf,
  reservationRequestSchema,
  reservationSchema,
  reserveRequestSchema,
  slotSchema,
} from "../wire/slot";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 14;

export const findAvailability = endpoint({
  method: "get",
  path: "/slots/availability",
  id: "findSlotAvailability",
  tag: "Slots",
  summary: "The slots an address can still book",
  description: "None where nobody drives to it.",
  scope: "deliveries:read",
  query: availabilityQuerySchema,
  answers: {
    200: { description: "By time.", schema: z.object({ items: z.array(slotSchema), next_cursor: z.null() }) },
  },
  refusals: [400, 409],
  run: async ({ services, query }) => {
    const home = await readHomeProject(services, {});
    const { lat, lon, service_level: serviceLevel } = query;
    const position = lat === undefined || lon === undefined ? undefined : { lat, lng: lon };
    const address = { postcode: postcodeOf(query), position };
    const from = query.from === undefined ? services.ports.clock.now() : new Date(query.from);
    const to = query.to === undefined ? new Date(from.getTime() + DEFAULT_DAYS * DAY_MS) : new Date(query.to);
    const days = Math.ceil((to.getTime() - from.getTime()) / DAY_MS) + 1;
    if (days < 1) throw new ApiRefusal("malformed", "to: must not be before from");
    const slots = await findSlots(services, {
      projectId: home.id,
      request: {
        ...address,
        fromDate: localDateAt(from, home.timeZone),
        days: Math.min(days, MOST_DAYS_AHEAD + 1),
        ...(serviceLevel !== undefined && { serviceLevel }),
      },
    });
    const items = slots
      .filter((slot) => slot.toMs > from.getTime() && slot.fromMs < to.getTime())
      .map(({ offerId, date, fromMs, toMs, bookableUntilMs, serviceLevel: level, left }) => ({
        slot_id: slotIdOf({ offerId, date, ...address }),
        from: said(new Date(fromMs)),
        to: said(new Date(toMs)),
        service_level: level,
        left,
        bookable_until: said(new Date(bookableUntilMs)),
      }));
    return { status: 200, body: { items, next_cursor: null } };
  },
});

export const reserveSlot = endpoint({
  method: "post",
  path: "/slots/reserve",
  id: "reserveSlot",
  tag: "Slots",
  summary: "Keep a place in a slot for a while",
  scope: "deliveries:write",
  body: reserveRequestSchema,
  answers: { 201: { description: "Held until it expires.", schema: reservationSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const slot = slotOfId(body.slot_id);
    if (!slot) throw noSuch("slot");
    const held = await reserve(services, {
      reservationId: services.ports.ids.newId(),
      slot: slot.key,
      postcode: slot.postcode,
      position: slot.position,
      ...(body.delivery_id !== undefined && { deliveryId: idOf("delivery", body.delivery_id) }),
    });
    return { status: 201, body: fromReservation(held, services.ports.clock.now()) };
  },
});

export const confirmSlotReservation = endpoint({
  method: "post",
  path: "/slots/confirm",
  id: "confirmSlot",
  tag: "Slots",
  summary: "Make a reservation last",
  description: "Asked again, the answer is the same. Refused once its time is over and the slot is full.",
  scope: "deliveries:write",
  body: reservationRequestSchema,
  answers: { 200: { description: "Confirmed.", schema: reservationSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const confirmed = await confirmSlot(services, { reservationId: idOf("reservation", body.reservation_id) });
    return { status: 200, body: fromReservation(confirmed, services.ports.clock.now()) };
  },
});

export const cancelSlotReservation = endpoint({
  method: "post",
  path: "/slots/cancel",
  id: "cancelSlot",
  tag: "Slots",
  summary: "Give a place back, confirmed or not",
  scope: "deliveries:write",
  body: reservationRequestSchema,
  answers: { 200: { description: "Given back.", schema: reservationSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const cancelled = await cancelSlot(services, { reservationId: idOf("reservation", body.reservation_id) });
    return { status: 200, body: fromReservation(cancelled, services.ports.clock.now()) };
  },
});

function fromReservation(reservation: Awaited<ReturnType<typeof confirmSlot>>, now: Date) {
  const { reservationId, status, expiresAt } = reservation;
  const id = dress("reservation", reservationId);
  const isHeld = status === "held";
  return {
    id,
    reservation_id: id,
    status,
    expires_at: isHeld ? said(expiresAt) : null,
    ttl_seconds: isHeld ? Math.max(0, Math.round((expiresAt.getTime() - now.getTime()) / 1000)) : null,
  };
}

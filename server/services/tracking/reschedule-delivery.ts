import "server-only";
import { z } from "zod";
import { findPlan, lockPlan, type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { lockDeliveryRows } from "@/db/queries/plan/load-visits";
import { findSlotOffer } from "@/db/queries/slot/slot-book";
import {
  type ActDoor,
  findActDoor,
  findDeliverySlot,
  listPlansOfDays,
  moveToDay,
} from "@/db/queries/tracking/customer-acts";
import { saveTolds, type ToldRow } from "@/db/queries/tracking/customer-told";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import { type SlotDay, slotKey, slotKeySchema } from "@/server/domain/slot/slot-schema";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { lookAnew } from "../execution/look-anew";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { takeBackDelivery } from "../partner/take-back-deliveries";
import { changeRoutes } from "../plan/change-routes";
import { LegBook } from "../plan/leg-book";
import { openRoutes } from "../plan/open-routes";
import { bookSlot } from "../slot/book-slot";
import { actRefused, judgeAct } from "./judge-act";

/**
 * A customer moves his delivery into a slot that is offered at his address: the place is taken, the one it had given back,
 * its stops leave their routes, or it its partner (drivers and partners who have it are told), and day and window change, all or
 * nothing. The same slot again changes nothing. Refused where the act is (`customer-act`), or the slot is full or gone.
 */
export const rescheduleDelivery = command({
  permission: "order.write",
  input: z.object({ visitId: z.uuid(), scope: z.enum(["page", "status"]), slot: slotKeySchema }),
  prepare: async ({ actor: { organizationId }, ports, now, read }, { visitId }) => {
    const partial = await read(async (tx) => {
      const door = await findActDoor(tx, organizationId, visitId);
      const plan = door?.planId ? await findPlan(tx, organizationId, door.planId) : undefined;
      return plan && openRoutes(tx, organizationId, plan, onlyThis(visitId), { isLocked: false, now });
    });
    if (!partial) return new LegBook();
    await partial.book.fetchMissing(ports.travel, partial.board, cancelOrders(partial.board, [visitId]).sequences);
    return partial.book;
  },
  run: async (scope, { slot, ...key }) => {
    const {
      tx,
      actor: { organizationId },
      now,
    } = scope;
    const { visitId } = key;
    const plans = await lockDays(scope, visitId, slot);
    const { told, refusal } = await judgeAct(scope, key, "reschedule");
    const door = found(await findActDoor(tx, organizationId, visitId), "stop");
    const left = (await findDeliverySlot(tx, organizationId, door.deliveryId)) ?? null;
    const isThere = left && slotKey(left) === slotKey(slot) && door.serviceDate === slot.date;
    if (isThere) return unchanged(null);
    if (refusal) throw actRefused(refusal);
    const [from, to] = [plans.get(door.serviceDate ?? ""), plans.get(slot.date)];
    if (to?.status === "closed") throw actRefused("slot-gone");
    const { offer, projectId } = found(await findSlotOffer(tx, organizationId, slot.offerId), "slot");
    if (projectId !== door.projectId) throw actRefused("slot-gone");
    const booked = await bookSlot(scope, { slot, address: addressOf(door), deliveryId: door.deliveryId, left });
    const freed = door.planId === null ? [] : await leaveRoutes(scope, door.planId, visitId);
    const takenBack = await takeBackDelivery(scope, { ...door, id: door.deliveryId });
    const window = { date: slot.date, fromSeconds: offer.fromSeconds, toSeconds: offer.toSeconds };
    await moveToDay(tx, organizationId, { deliveryId: door.deliveryId, visitId, date: slot.date, window }, now);
    await saveTolds(tx, [{ ...toldAnew(told, door), updatedAt: now }]);
    for (const plan of new Set([from, to])) if (plan) await touchPlan(tx, organizationId, plan.id, now);
    await lookAnew(scope, { planIds: [from, to].flatMap((plan) => plan?.id ?? []) });
    return changed(null, [...booked, ...freed, ...takenBack, rescheduled(door, from, visitId, slot, window)]);
  },
});

const onlyThis = (visitId: string) => ({ visitIds: [visitId], routeIds: [] });

/**
 * Holds the plans of the day it leaves and of the day it goes to, by day, those of one edit in one order, and then the
 * delivery: its other door's customer may be moving it too, and no plan may be there for both to wait at.
 */
async function lockDays(
  { tx, actor: { organizationId } }: CommandScope<unknown>,
  visitId: string,
  slot: SlotDay,
): Promise<ReadonlyMap<string, PlanRow>> {
  const { deliveryId, projectId, serviceDate } = found(await findActDoor(tx, organizationId, visitId), "stop");
  const dates = [...new Set([serviceDate ?? slot.date, slot.date])];
  const held = new Map<string, PlanRow>();
  for (const { id, date } of await listPlansOfDays(tx, organizationId, projectId, dates)) {
    const plan = await lockPlan(tx, organizationId, id);
    if (plan) held.set(date, plan);
  }
  await lockDeliveryRows(tx, organizationId, [deliveryId]);
  return held;
}

/** Takes a door, and the other one of its pair, off their routes; locks hold no customer back, what is made does. */
async function leaveRoutes(
  scope: CommandScope<LegBook>,
  planId: string,
  visitId: string,
): Promise<readonly DomainEvent[]> {
  const {
    tx,
    actor: { organizationId },
    now,
    prepared,
  } = scope;
  const plan = found(await lockPlan(tx, organizationId, planId), "plan");
  const partial = await openRoutes(tx, organizationId, plan, onlyThis(visitId), { isLocked: true, now });
  partial.book.addMissing(prepared);
  const { board } = partial;
  const { refused, sequences, visitIds } = cancelOrders(board, [visitId]);
  if (refused.length > 0) throw actRefused("too-late");
  if (sequences.length === 0) return [];
  const { events } = await changeRoutes(scope, partial, {
    sequences,
    movedVisitIds: visitIds,
    mutationId: `customer-${scope.newId()}`,
    // Nobody looks at a preview here: what the rules allow a customer needs no dispatcher's consent.
    confirmed: board.routes.map(({ id, version }) => ({ routeId: id, version })),
  });
  return events;
}

function addressOf({ postcode, lat, lng }: ActDoor) {
  return { postcode, position: lat === null || lng === null ? undefined : { lat, lng } };
}

/** What was told of the old day counts no more; that there was one makes the new one new. */
function toldAnew(told: ToldRow, { serviceDate }: ActDoor): ToldRow {
  return {
    ...told,
    toldDate: told.toldDate ?? serviceDate,
    windowFrom: null,
    windowTo: null,
    windowBasis: null,
    widenings: 0,
    delays: 0,
    delayArriveAt: null,
    reschedules: told.reschedules + 1,
  };
}

function rescheduled(
  { deliveryId, serviceDate, windows }: ActDoor,
  from: PlanRow | undefined,
  visitId: string,
  slot: SlotDay,
  window: LocalWindow,
): DomainEvent {
  return {
    type: "delivery.rescheduled",
    entity: "delivery",
    entityId: deliveryId,
    ...(from && { planId: from.id }),
    data: { visitId, slot: slotKey(slot) },
    before: { serviceDate, windows },
    after: { serviceDate: slot.date, windows: [window] },
  };
}

import { expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { findReservation } from "@/db/queries/slot/slot-reservations";
import { deleteSlotOffer } from "@/db/queries/slot/slot-settings";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { putSlotOffer } from "@/server/testing/put-slot-offer";
import { untilWaiting } from "@/server/testing/until-waiting";
import { inTenant } from "../kernel/in-tenant";
import { cancelSlot } from "./cancel-slot";
import { lockSlot, saveDecision } from "./locked-slot";
import { removeSlotOffer } from "./remove-slot-offer";
import { reserveSlot } from "./reserve-slot";

const HOUR = 3600;
const DATE = "2026-06-11";

/** An offer, and a day of it on which somebody had a place once. */
async function usedOffer() {
  const scenario = await planScenario([{ at: [1, 1] }]);
  const { tenant } = scenario;
  const clock = new FakeClock("2026-06-09T06:00:00Z");
  const context = tenant.context("owner", { clock });
  const offerId = await putSlotOffer(scenario, { capacity: 2, fromSeconds: 8 * HOUR, toSeconds: 10 * HOUR });
  const slot = { offerId, date: DATE };
  const reserve = (reservationId: string) =>
    reserveSlot(context, { reservationId, slot: slotKey(slot), postcode: "1000" });
  const reservationId = tenant.newId();
  await reserve(reservationId);
  await cancelSlot(context, { reservationId });
  const someoneWaits = () => untilWaiting(tenant.database, 1);
  const scopeIn = (tx: Tx) =>
    ({ tx, actor: context.actor, now: clock.now() }) as unknown as Parameters<typeof lockSlot>[0];
  return { context, slot, offerId, reserve, someoneWaits, scopeIn, newId: () => tenant.newId() };
}

test("an offer is not taken away from under whoever is just getting a place in it", async () => {
  const s = await usedOffer();
  const id = s.newId();
  const removed = await inTenant(s.context, async (tx) => {
    const scope = s.scopeIn(tx);
    const { slotNow } = await lockSlot(scope, s.slot, id);
    const removing = removeSlotOffer(s.context, { offerId: s.offerId }).catch((error: unknown) => error);
    await s.someoneWaits();
    const reservation = { id, status: "confirmed" as const, expiresAtMs: slotNow.getTime() };
    await saveDecision(scope, s.slot, null, { ok: true, reservation, isChanged: true }, "slot.confirmed");
    return { removing };
  });
  expect(await removed.removing).toMatchObject({ code: "refused", details: { reason: "slot-reserved" } });
  const { organizationId } = s.context.actor;
  expect(await inTenant(s.context, (tx) => findReservation(tx, organizationId, id))).toMatchObject({
    status: "confirmed",
  });
});

test("whoever wants a place in an offer that is just being taken away hears that there is none", async () => {
  const s = await usedOffer();
  const { reserving } = await inTenant(s.context, async (tx) => {
    await deleteSlotOffer(tx, s.context.actor.organizationId, s.offerId);
    const pending = s.reserve(s.newId()).catch((error: unknown) => error);
    await s.someoneWaits();
    return { reserving: pending };
  });
  expect(await reserving).toMatchObject({ code: "not-found", details: { reason: "no-such", what: "slot" } });
});

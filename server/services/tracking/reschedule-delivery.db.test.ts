import { expect, test } from "vitest";
import { findSlotOffer } from "@/db/queries/slot/slot-book";
import { lockOffers } from "@/db/queries/slot/slot-settings";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { putSlotOffer } from "@/server/testing/put-slot-offer";
import { untilWaiting } from "@/server/testing/until-waiting";
import { inTenant } from "../kernel/in-tenant";
import { rescheduleDelivery } from "./reschedule-delivery";

const HOUR = 3600;

test("both doors of a delivery are moved at once, on days without a plan: it has one place in the end", async () => {
  const scenario = await planScenario([{ at: [2, 2], pickupAt: [1, 1] }]);
  const { tenant, visitIds, pickupIds } = scenario;
  const { database, organizationId } = tenant;
  const context = tenant.context("owner", { clock: new FakeClock("2026-06-09T06:00:00Z") });
  await database.raw`update delivery set service_date = '2026-06-15' where organization_id = ${organizationId}`;
  const [early, late] = [
    await putSlotOffer(scenario, { capacity: 2, fromSeconds: 8 * HOUR, toSeconds: 10 * HOUR }),
    await putSlotOffer(scenario, { capacity: 2, fromSeconds: 18 * HOUR, toSeconds: 20 * HOUR }),
  ];
  await database.raw`update slot_offer set zone_id = (select zone_id from slot_offer where id = ${early})
    where id = ${late}`;
  const move = (visitId: string, offerId: string, date: string) =>
    rescheduleDelivery(context, { visitId, scope: "page", slot: slotKey({ offerId, date }) });
  const moves = await inTenant(context, async (tx) => {
    const { offer } = (await findSlotOffer(tx, organizationId, late))!;
    await lockOffers(tx, organizationId, { zoneId: offer.zoneId, offerId: late });
    const first = move(visitIds[0]!, late, "2026-06-11");
    await untilWaiting(database, 1);
    const second = move(pickupIds[0]!, early, "2026-06-12");
    await Promise.race([second, untilWaiting(database, 2)]);
    return [first, second];
  });
  await Promise.all(moves);
  const places = await database.raw`select status, date::text as date from slot_reservation
    where organization_id = ${organizationId} order by date`;
  expect(places).toEqual([
    { status: "cancelled", date: "2026-06-11" },
    { status: "confirmed", date: "2026-06-12" },
  ]);
  const [moved] = await database.raw`select service_date::text as date from delivery
    where organization_id = ${organizationId}`;
  expect(moved).toEqual({ date: "2026-06-12" });
});

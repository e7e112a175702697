import { describe, expect, test } from "vitest";
import { findLeadErrors } from "@/db/queries/tracking/lead-errors";
import { withTenant } from "@/db/with-tenant";
import { LEAST_STOPS } from "@/server/domain/tracking/lead-errors";
import { drivenDay } from "@/server/testing/driven-day";
import { learnLeadErrors } from "./learn-lead-errors";

/** A route whose first stop has been reached so many times over: stops need no order of their own here. */
async function reachedDay(stops: number) {
  const day = await drivenDay([[0]]);
  const { tenant, planId, routeIds, deliveryIds, context } = day.scenario;
  const { database, organizationId } = tenant;
  const arrived = "2026-06-10T10:00:00Z";
  for (let index = 0; index < stops; index++) {
    const visitId = tenant.newId();
    await database.raw`insert into stop_run (organization_id, route_id, visit_id, plan_id, delivery_id, status, arrived_at,
      updated_at) values (${organizationId}, ${routeIds[0]!}, ${visitId}, ${planId}, ${deliveryIds[0]!}, 'arrived',
      ${arrived}, now())`;
    // Expected on time an hour before, and ever later; then, a quarter of an hour before, as it came.
    await database.raw`insert into arrival_history (organization_id, route_id, visit_id, made_at, arrive_at, stops_before)
      select ${organizationId}, ${routeIds[0]!}, ${visitId}, ${arrived}::timestamptz - lead * interval '1 minute',
        ${arrived}::timestamptz - late * interval '1 second', 3
      from (values (70, ${index * 60}::int), (20, 0), (5, 7200)) as made(lead, late)`;
  }
  const measured = () => withTenant(database, organizationId, (tx) => findLeadErrors(tx, organizationId));
  return { ...day, learn: () => learnLeadErrors(context(), {}), measured };
}

describe("how far an organization's expectations are off", () => {
  test("is measured from what stood so long before, once there are enough stops", async () => {
    const few = await reachedDay(LEAST_STOPS - 1);
    expect(await few.learn()).toEqual({ leads: 0 });
    expect(await few.measured()).toEqual([]);
    const day = await reachedDay(LEAST_STOPS);
    expect(await day.learn()).toEqual({ leads: 3 });
    expect(await day.measured()).toEqual([
      { leadMinutes: 15, p10Seconds: 0, p90Seconds: 0 },
      { leadMinutes: 30, p10Seconds: 4 * 60, p90Seconds: 44 * 60 },
      { leadMinutes: 60, p10Seconds: 4 * 60, p90Seconds: 44 * 60 },
    ]);
  });

  test("is measured once an hour, from the days that still count", async () => {
    const day = await reachedDay(LEAST_STOPS);
    await day.learn();
    const { database, organizationId } = day.scenario.tenant;
    await database.raw`update stop_run set arrived_at = arrived_at + interval '4 minutes'
      where organization_id = ${organizationId}`;
    day.clock.advanceSeconds(1800);
    await day.learn();
    expect((await day.measured())[0]).toMatchObject({ p90Seconds: 0 });
    day.clock.advanceSeconds(1801);
    await day.learn();
    expect((await day.measured())[0]).toMatchObject({ p90Seconds: 240 });
    day.clock.set("2026-09-10T10:00:00Z");
    await day.learn();
    expect(await day.measured()).toEqual([]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { closeShare, REPORTED_LEAD_MINUTES } from "@/server/domain/analytics/figures";
import { quantile } from "@/server/domain/execution/quantile";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { measureReport } from "../analytics/measure-report";
import { syncDriverOps } from "./sync-driver-ops";

const DAY = { fromDate: "2026-06-10", toDate: "2026-06-10" };
const STOPS = 3;
/** The driver's last word; nothing is done by acts that have not happened yet. */
const EVENING = Date.parse("2026-06-10T16:00:00Z");
const MINUTE = 60_000;

/** What was expected of a stop, in minutes and milliseconds before the evening, and what was expected then. */
const expectation = fc.record({
  stop: fc.nat(STOPS - 1),
  madeMs: fc.integer({ min: 1, max: 540 * MINUTE }),
  arriveMs: fc.integer({ min: -60 * MINUTE, max: 540 * MINUTE }),
});
/** Drivers say it twice, and devices send the earlier word later. */
const arrival = fc.record({
  stop: fc.nat(STOPS - 1),
  agoMs: fc.integer({ min: 1, max: 360 * MINUTE }),
  isDone: fc.boolean(),
});

/** What stood so long before each stop was reached, read from all that was ever expected: how reports worked it out themselves. */
function readHistory({ scenario }: DrivenDay) {
  const { database, organizationId } = scenario.tenant;
  return database.raw<{ visitId: string; isEnded: boolean; arrivedAt: Date; leads: (string | null)[] }[]>`
    select s.visit_id as "visitId", s.completed_at is not null as "isEnded", s.arrived_at as "arrivedAt", (
      select jsonb_agg((select (max(array[h.made_at, h.arrive_at]))[2] from arrival_history h
        where h.organization_id = s.organization_id and h.route_id = s.route_id and h.visit_id = s.visit_id
          and h.made_at <= s.arrived_at - make_interval(mins => lead)) order by lead)
      from unnest(${[...REPORTED_LEAD_MINUTES]}::int[]) lead
    ) as leads
    from stop_run s where s.organization_id = ${organizationId} and s.arrived_at is not null order by s.visit_id`;
}

function readKept({ scenario }: DrivenDay) {
  const { database, organizationId } = scenario.tenant;
  return database.raw<{ visitId: string; leads: (string | null)[] | null }[]>`
    select visit_id as "visitId", to_jsonb(expected_at) as leads from stop_run where organization_id = ${organizationId} order by 1`;
}

const figuresOf = (reached: Awaited<ReturnType<typeof readHistory>>, nth: number) => {
  const errors = reached.flatMap(({ isEnded, arrivedAt, leads }) => {
    const expected = isEnded ? leads[nth] : null;
    return expected ? [(arrivedAt.getTime() - Date.parse(expected)) / 1000] : [];
  });
  const sizes = errors.map(Math.abs);
  return {
    leadMinutes: REPORTED_LEAD_MINUTES[nth],
    stops: errors.length,
    medianErrorSeconds: quantile(sizes, 0.5),
    p90ErrorSeconds: quantile(sizes, 0.9),
    biasSeconds: quantile(errors, 0.5),
    close: sizes.filter((size) => size <= 600).length,
  };
};

test("each stop keeps what stood before it was reached, however often and late that is said; reports come to the same as from the history", async () => {
  const property = fc.asyncProperty(
    fc.array(expectation, { minLength: 20, maxLength: 60 }),
    fc.array(fc.array(arrival, { minLength: 2, maxLength: 4 }), { minLength: 4, maxLength: 5 }),
    async (expectations, batches) => {
      const day = await drivenDay([Array.from({ length: STOPS }, (_, index) => index)]);
      const { tenant, visitIds, routeIds } = day.scenario;
      const { database, organizationId } = tenant;
      const rows = expectations.map(({ stop, madeMs, arriveMs }) => ({
        visit_id: visitIds[stop]!,
        made_at: new Date(EVENING - madeMs),
        arrive_at: new Date(EVENING - arriveMs),
      }));
      await database.raw`insert into arrival_history (organization_id, route_id, visit_id, made_at, arrive_at, stops_before)
        select ${organizationId}, ${routeIds[0]!}, visit_id, made_at, arrive_at, 0
        from jsonb_to_recordset(${database.raw.json(rows)}) as r(visit_id uuid, made_at timestamptz, arrive_at timestamptz)
        on conflict do nothing`;
      day.clock.set(new Date(EVENING));
      for (const batch of batches) {
        const ops = batch.flatMap(({ stop, agoMs, isDone }) => {
          const visitId = visitIds[stop]!;
          const occurredAt = new Date(EVENING - agoMs).toISOString();
          const arrive = day.act({ type: "arrive", visitId, occurredAt });
          const done = {
            type: "complete",
            visitIds: [visitId],
            outcome: "delivered",
            recipientName: "Ann",
            occurredAt,
          };
          return isDone ? [arrive, day.act(done)] : [arrive];
        });
        await syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops });
        const reached = await readHistory(day);
        expect(await readKept(day)).toEqual(reached.map(({ visitId, leads }) => ({ visitId, leads })));
        const asked = { ...DAY, group: "arrivals", by: "driver" } as const;
        const { leads, total } = await measureReport(day.scenario.context(), asked);
        expect(leads).toEqual(REPORTED_LEAD_MINUTES.map((_, nth) => figuresOf(reached, nth)));
        expect(total.closeShare).toBe(closeShare(leads[2]!));
      }
    },
  );
  await fc.assert(property, { numRuns: 3 });
});

test("what is kept of a stop outlives the history it was read from", async () => {
  const day = await drivenDay([[0]]);
  const { tenant, visitIds, routeIds } = day.scenario;
  const { database, organizationId } = tenant;
  const reached = new Date(EVENING);
  await database.raw`insert into arrival_history (organization_id, route_id, visit_id, made_at, arrive_at, stops_before)
    values (${organizationId}, ${routeIds[0]!}, ${visitIds[0]!}, ${new Date(EVENING - 61 * MINUTE)}, ${new Date(EVENING - 5 * MINUTE)}, 0)`;
  day.clock.set(reached);
  const ops = [
    day.act({ type: "arrive", visitId: visitIds[0]! }),
    day.act({ type: "complete", visitIds: [visitIds[0]!], outcome: "delivered", recipientName: "Ann" }),
  ];
  await syncDriverOps(await day.driver(0), { deviceNow: reached, ops });
  await database.raw`delete from arrival_history where organization_id = ${organizationId}`;
  const report = await measureReport(day.scenario.context(), { ...DAY, group: "arrivals", by: "day" });
  expect(report.total).toMatchObject({ stops: 1, medianErrorSeconds: 300, biasSeconds: 300, closeShare: 1 });
});

import { expect, test } from "vitest";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { learnFromRoute } from "./learn-from-route";

const SLOWER = 1.5;
const STOPS = 24;

/** A route driven to its end, everywhere so much slower than estimated. */
async function slowDay() {
  const spots = Array.from({ length: STOPS }, (_, index) => ({ at: [(index * 7) % 40, (index * 11) % 30] as const }));
  const day = await drivenDay([spots.map((_, index) => index), []], spots);
  const { scenario, clock, act } = day;
  const board = await scenario.board();
  const [route] = board.routes;
  const acts = [act({ type: "accept" }), act({ type: "start-route" })];
  let from = route!.start.position!;
  for (const { visitId } of route!.stops) {
    const to = board.visits.get(visitId)!.position!;
    clock.advanceSeconds(Math.round(estimateLeg(from, to, "van").durationSeconds * SLOWER));
    acts.push(act({ type: "arrive", visitId }));
    clock.advanceSeconds(60);
    acts.push(act({ type: "complete", visitIds: [visitId], outcome: "delivered" }));
    from = to;
  }
  acts.push(act({ type: "finish-route" }));
  await syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops: acts });
  return { ...day, routeId: scenario.routeIds[0]!, organizationId: scenario.tenant.organizationId };
}

test("a finished route teaches its depot how quick the roads are, once, however often it is learned from", async () => {
  const { scenario, routeId, organizationId } = await slowDay();
  const { raw } = scenario.tenant.database;
  const [job] = scenario.tenant.jobs.filter(({ name }) => name === "learn-from-route");
  expect(job?.payload).toMatchObject({ routeId });
  expect((await scenario.board()).calibrations.van).toEqual({ duration: 1, distance: 1 });

  const learned = async () => {
    await learnFromRoute(scenario.tenant.systemContext(), { routeId }, new AbortController().signal);
    const [row] = await raw<{ duration: number; legs: number }[]>`
      select duration_permille as duration, legs from travel_calibration where organization_id = ${organizationId}`;
    const [{ count }] = await raw<[{ count: number }]>`
      select count(*)::int as count from driven_leg where organization_id = ${organizationId}`;
    const events = await raw`
      select seq from event where organization_id = ${organizationId} and type = 'depot.calibrated'`;
    return { ...row!, count, events: events.length };
  };
  const first = await learned();
  expect(first).toMatchObject({ legs: STOPS, count: STOPS, events: 1 });
  expect(first.duration / 1000).toBeCloseTo(SLOWER, 1);
  expect(await learned()).toEqual(first);
  expect((await scenario.board()).calibrations.van!.duration).toBe(first.duration / 1000);
});

test("a route that nobody has begun, or another organization's, teaches nothing", async () => {
  const [day, other] = [await drivenDay([[0], [1]]), await planScenario([{ at: [1, 1] }])];
  const { signal } = new AbortController();
  const routeId = day.scenario.routeIds[0]!;
  await learnFromRoute(day.scenario.tenant.systemContext(), { routeId }, signal);
  await learnFromRoute(other.tenant.systemContext(), { routeId }, signal);
  const ids = [day.scenario.tenant.organizationId, other.tenant.organizationId];
  const { raw } = other.tenant.database;
  expect(await raw`select leg_key from driven_leg where organization_id = any(${ids})`).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { LatLng } from "@/server/domain/geo";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import { moveStops } from "@/server/services/plan/move-stops";
import { FakeClock } from "@/server/testing/fake-clock";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { recordDrivenLegs } from "./record-driven-legs";

const spots = [1, 2, 3].map((x) => ({ at: [x * 8, x * 5] as const }));
const NOW = "2026-06-10T16:00:00Z";

async function scenario() {
  const clock = new FakeClock(NOW);
  const s = await planScenario(spots, { ports: { clock, travel: estimateTravel } });
  const [{ id: depotId }] = await s.tenant.database.raw<[{ id: string }]>`
    select id from depot where organization_id = ${s.tenant.organizationId}`;
  return { s, clock, depotId };
}

const door = (index: number): LatLng => ({
  lat: 55.6 + ((index * 37) % 50) / 500,
  lng: 12.4 + ((index * 61) % 70) / 500,
});

/** What vans drove where everything takes so many times the estimate. */
function driven(factor: number, first = 0, count = 30, drivenAt = new Date(NOW)) {
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [door(first + at), door(first + at + 1)];
    const estimate = estimateLeg(from, to, "van");
    return {
      key: `stop-${first + at}`,
      from,
      to,
      drivenSeconds: Math.round(estimate.durationSeconds * factor),
      drivenMeters: Math.round(estimate.distanceMeters * 0.9),
      drivenAt,
    };
  });
}

const events = (s: PlanScenario) => s.tenant.database.raw`
  select type, data from event where organization_id = ${s.tenant.organizationId} and type = 'depot.calibrated'`;

describe("what finished routes teach", () => {
  test("the estimate of their depot, on the board and in edits", async () => {
    const { s, depotId } = await scenario();
    const before = (await s.board()).calibrations.van!;
    expect(before).toEqual({ duration: 1, distance: 1 });
    const learned = await recordDrivenLegs(s.context("dispatcher"), { depotId, profile: "van", legs: driven(1.6) });
    expect(learned).toMatchObject({ legs: 30, distancePermille: 900 });
    expect(learned!.durationPermille / 1000).toBeCloseTo(1.6, 1);
    const board = await s.board();
    expect(board.calibrations.van).toEqual({ duration: learned!.durationPermille / 1000, distance: 0.9 });

    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[2]!],
      to: { kind: "position", routeId: s.routeIds[0]!, afterVisitId: null },
    });
    const moved = await s.board();
    const route = moved.routes[0]!;
    const position = moved.visits.get(s.visitIds[2]!)!.position!;
    const expected = estimateLeg(route.start.position!, position, "van", board.calibrations.van);
    expect(route.stops[0]!.leg).toMatchObject({ ...expected, isEstimate: true });
  });

  test("nothing while they are few; more of them add up, and each counts once", async () => {
    const { s, depotId } = await scenario();
    const record = (legs: ReturnType<typeof driven>) =>
      recordDrivenLegs(s.context("dispatcher"), { depotId, profile: "van", legs });
    expect(await record(driven(1.5, 0, 12))).toBeNull();
    expect(await record(driven(1.5, 0, 12))).toBeNull();
    expect(await events(s)).toHaveLength(0);
    expect(await record(driven(1.5, 12, 12))).toMatchObject({ legs: 24 });
    expect(await events(s)).toMatchObject([{ data: { profile: "van", legs: 24 } }]);
    expect(await record(driven(9, 0, 24))).toMatchObject({ legs: 24 });
    expect(await events(s)).toHaveLength(1);
  });

  test("old ones are forgotten, what was learned stays until there is something new to learn", async () => {
    const { s, clock, depotId } = await scenario();
    const record = (legs: ReturnType<typeof driven>) =>
      recordDrivenLegs(s.context("dispatcher"), { depotId, profile: "van", legs });
    const first = await record(driven(1.5));
    clock.set("2026-10-01T16:00:00Z");
    const october = new Date("2026-10-01T15:00:00Z");
    expect(await record(driven(1, 100, 5, october))).toMatchObject({ durationPermille: first!.durationPermille });
    const [{ count }] = await s.tenant.database.raw<[{ count: number }]>`
      select count(*)::int as count from driven_leg where organization_id = ${s.tenant.organizationId}`;
    expect(count).toBe(5);
    const learned = await record(driven(1, 200, 30, october));
    expect(learned).toMatchObject({ legs: 35 });
    expect(learned!.durationPermille / 1000).toBeCloseTo(1, 1);
  });

  test("each vehicle profile for itself, each depot for itself, nobody else's", async () => {
    const { s, depotId } = await scenario();
    await recordDrivenLegs(s.context("dispatcher"), { depotId, profile: "bike", legs: driven(1.4) });
    expect((await s.board()).calibrations.van).toEqual({ duration: 1, distance: 1 });
    const other = await scenario();
    const call = { depotId, profile: "van" as const, legs: driven(2) };
    await expect(recordDrivenLegs(other.s.context("dispatcher"), call)).rejects.toMatchObject({ code: "not-found" });
    await expect(recordDrivenLegs(s.context("viewer"), call)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("two routes that end at once both count", async () => {
    const { s, depotId } = await scenario();
    const record = (first: number) =>
      recordDrivenLegs(s.context("dispatcher"), { depotId, profile: "van", legs: driven(1.3, first, 15) });
    await Promise.all([record(0), record(15)]);
    const [row] = await s.tenant.database.raw`
      select legs from travel_calibration where organization_id = ${s.tenant.organizationId}`;
    expect(row).toMatchObject({ legs: 30 });
  });
});

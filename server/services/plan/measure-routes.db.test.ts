import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { encodePolyline } from "@/server/domain/polyline";
import { measureRoutes as runJob } from "@/server/jobs/handlers/measure-routes";
import type { TravelPort } from "@/server/ports/travel";
import { planScenario } from "@/server/testing/plan-scenario";
import { getRouteShapes } from "./get-route-shapes";
import { getRoutes } from "./get-routes";
import { measureRoutes } from "./measure-routes";
import { moveStops } from "./move-stops";

const spots = [1, 2, 3].map((x) => ({ at: [x * 4, x] as const }));

/** Roads through which everything takes ten minutes and a kilometre. */
const roads: TravelPort = {
  matrix: estimateTravel.matrix,
  legs: async (positions) =>
    positions.slice(1).map((_, index) => ({
      durationSeconds: 600,
      distanceMeters: 1000,
      shape: `way${index}`,
      source: "roads" as const,
    })),
};

async function plannedDay() {
  const s = await planScenario(spots);
  const put = (visits: number[], route: number) =>
    moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: visits.map((visit) => s.visitIds[visit]!),
      to: { kind: "position", routeId: s.routeIds[route]!, afterVisitId: null },
    });
  await put([0, 1], 0);
  return { s, put };
}

describe("measureRoutes", () => {
  test("replaces estimates by roads, once, and leaves empty routes alone", async () => {
    const { s } = await plannedDay();
    const [first] = (await s.board()).routes;
    expect(first!.stops.map((stop) => stop.leg.isEstimate)).toEqual([true, true]);
    const services = s.tenant.systemContext({ travel: roads });
    expect(await measureRoutes(services, { planId: s.planId })).toEqual({ measured: 1 });
    const [route, empty] = (await s.board()).routes;
    expect(route).toMatchObject({ version: 3, schedule: { driveSeconds: 1800, distanceMeters: 3000 } });
    expect(route!.returnLeg).toEqual({ durationSeconds: 600, distanceMeters: 1000, isEstimate: false });
    expect(empty!.version).toBe(1);
    expect(await getRouteShapes(s.context("viewer"), { planId: s.planId })).toEqual([
      { routeId: s.routeIds[0], version: 3, legs: ["way0", "way1"], back: "way2" },
      { routeId: s.routeIds[1], version: 1, legs: [], back: "" },
    ]);
    expect(await measureRoutes(services, { planId: s.planId })).toEqual({ measured: 0 });
    const asked = await getRoutes(s.context("viewer"), { planId: s.planId, routeIds: [s.routeIds[0]!, s.planId] });
    expect(asked.patch).toMatchObject({ routes: [{ version: 3 }], removedRouteIds: [s.planId] });
    expect(asked.shapes[0]!.legs).toEqual(["way0", "way1"]);
  });

  test("times a route again whose order was promised for another hour, though its roads are the same", async () => {
    const { s } = await plannedDay();
    const services = s.tenant.systemContext();
    expect(await measureRoutes(services, { planId: s.planId })).toEqual({ measured: 0 });
    const windows = [{ fromSeconds: 7 * 3600, toSeconds: 8 * 3600 }];
    const { raw } = s.tenant.database;
    await raw`update delivery_visit set windows = ${raw.json(windows)} where id = ${s.visitIds[1]!}`;
    expect(await measureRoutes(services, { planId: s.planId })).toEqual({ measured: 1 });
    const [stored] = await raw`select late_stops, version from route where id = ${s.routeIds[0]!}`;
    expect(stored).toMatchObject({ late_stops: 1, version: 3 });
  });

  test("keeps the roads it knows while an engine is away, and is tried again until it answers; estimates that are chosen stay", async () => {
    const { s } = await plannedDay();
    const ways: TravelPort = {
      ...roads,
      legs: async (positions) =>
        positions.slice(1).map((to, index) => ({
          durationSeconds: 600,
          distanceMeters: 1000,
          shape: encodePolyline([positions[index]!, to]),
          source: "roads" as const,
        })),
    };
    const away: TravelPort = {
      ...estimateTravel,
      legs: (positions, profile, options) => {
        options?.onRoadsFailure?.("answered 503");
        return estimateTravel.legs(positions, profile, options);
      },
    };
    const run = (travel: TravelPort) =>
      runJob(s.tenant.systemContext({ travel }), { planId: s.planId }, new AbortController().signal);
    await run(ways);
    await expect(run(away)).rejects.toThrow("answered 503");
    const legs = async () => (await s.board()).routes[0]!.stops.map(({ leg }) => [leg.durationSeconds, leg.isEstimate]);
    const measured = [
      [600, false],
      [600, false],
    ];
    expect(await legs()).toEqual(measured);
    // Where a door has moved, the road to where it was is worth less than a guess.
    await s.tenant.database.raw`update location set lat = lat + 0.05 where id in
      (select location_id from delivery_visit where id = ${s.visitIds[0]!})`;
    await expect(run(away)).rejects.toThrow("answered 503");
    expect((await legs()).map(([, isEstimate]) => isEstimate)).toEqual([true, true]);
    await run(ways);
    expect(await legs()).toEqual(measured);
    await run(estimateTravel);
    expect((await legs()).map(([, isEstimate]) => isEstimate)).toEqual([true, true]);
  });

  test("a plan that takes long goes on in a new job, behind others", async () => {
    const { s, put } = await plannedDay();
    await put([2], 1);
    const over = new AbortController();
    const slow: TravelPort = {
      ...roads,
      legs: (positions, profile) => {
        over.abort();
        return roads.legs(positions, profile);
      },
    };
    s.tenant.jobs.length = 0;
    const services = s.tenant.systemContext({ travel: slow });
    expect(await measureRoutes(services, { planId: s.planId, enough: over.signal })).toEqual({ measured: 1 });
    expect(s.tenant.jobs).toMatchObject([
      { name: "measure-routes", payload: { planId: s.planId, routeIds: [s.routeIds[1]] } },
    ]);
  });

  test("an edit made while it measures stays", async () => {
    const { s, put } = await plannedDay();
    let edited: Promise<unknown> | undefined;
    const slow: TravelPort = {
      ...roads,
      legs: async (positions, profile) => {
        edited ??= put([2], 0);
        await edited;
        return roads.legs(positions, profile);
      },
    };
    await runJob(s.tenant.systemContext({ travel: slow }), { planId: s.planId }, new AbortController().signal);
    expect(await s.sequences()).toEqual(["2 0 1", ""]);
    const [route] = (await s.board()).routes;
    expect(route!.stops.map((stop) => stop.leg.isEstimate)).toEqual([true, true, false]);
  });

  test("a plan that is gone needs nothing", async () => {
    const s = await planScenario([]);
    const job = runJob(
      s.tenant.systemContext({ travel: roads }),
      { planId: s.tenant.newId() },
      new AbortController().signal,
    );
    await expect(job).resolves.toBeUndefined();
  });
});

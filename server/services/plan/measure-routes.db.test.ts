import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
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

import { expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { LatLng } from "@/server/domain/geo";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import type { TravelPort } from "@/server/ports/travel";
import { buildRoutingProblem } from "@/server/services/plan/build-routing-problem";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { lockStops } from "@/server/services/plan/lock-stops";
import { moveStops } from "@/server/services/plan/move-stops";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { type OptimizeDependencies, optimizePlan } from "./optimize-plan";

const spots = [1, 2, 3].map((x) => ({ at: [x * 3, x] as const }));
const REQUEST = {
  strategies: ["cheapest"],
  startFrom: "current",
  keepDrivers: false,
  balance: null,
  clustering: 0,
  maxSeconds: 1,
  seed: 1,
} as const;
const LAKE = [50, 50] as const;
const never = new AbortController().signal;

/** Roads on which nothing leads to what lies as far north-east as the lake; without them, estimates as any other. */
function roadsAround(options: { roadsFailure?: string; isDepotOff?: boolean } = {}): TravelPort {
  const isOff = ({ lat, lng }: LatLng) =>
    lat > 55.71 || (options.isDepotOff === true && lat === 55.67 && lng === 12.55);
  return {
    legs: estimateTravel.legs,
    matrix: async (positions, profile, asked) => ({
      ...(await estimateTravel.matrix(positions, profile, asked)),
      source: options.roadsFailure ? "estimate" : "roads",
      unreachable: positions.flatMap((position, index) => (isOff(position) ? [index] : [])),
      ...(options.roadsFailure && { roadsFailure: options.roadsFailure }),
    }),
  };
}

async function optimize(s: PlanScenario, solve: OptimizeDependencies["solve"] = solveShortly) {
  const { optimizationId } = await requestOptimization(s.context(), { planId: s.planId, maxSeconds: 20 });
  await optimizePlan(s.tenant.systemContext(), { solve }, { optimizationId }, never);
  return (await getOptimization(s.context(), { planId: s.planId }))!.preview!;
}

const solveShortly: OptimizeDependencies["solve"] = (problem, { seed }, options) =>
  solveRoutingProblem(problem, { seed, maxIterations: 300, threads: 1 }, options);

test("a stop in the middle of a lake is left out, with the reason a dispatcher understands", async () => {
  const s = await planScenario([...spots, { at: LAKE }], { ports: { travel: roadsAround() } });
  const { draft, diff } = await optimize(s);
  expect(draft.unassigned).toMatchObject([
    { visitId: s.visitIds[3]!, reasons: [{ rule: "unreachable", vehicleCount: 2 }] },
  ]);
  expect(diff.totals.after.stops).toBe(3);
});

test("a pair of which one half is in the lake is left out whole", async () => {
  const s = await planScenario([...spots, { at: [4, 4], pickupAt: LAKE }], { ports: { travel: roadsAround() } });
  const { draft } = await optimize(s);
  const left = new Map(draft.unassigned.map(({ visitId, reasons }) => [visitId, reasons[0]!.rule]));
  expect(left).toEqual(
    new Map([
      [s.visitIds[3]!, "unreachable"],
      [s.pickupIds[3]!, "unreachable"],
    ]),
  );
});

test("where people have decided that there is a way, the estimate stays: a depot off the roads, a stop kept on its van", async () => {
  const s = await planScenario([...spots, { at: LAKE }], { ports: { travel: roadsAround({ isDepotOff: true }) } });
  const visitIds = [s.visitIds[3]!];
  const edit = { planId: s.planId, visitIds };
  const to = { kind: "position" as const, routeId: s.routeIds[0]!, afterVisitId: null };
  await moveStops(s.context(), { ...edit, mutationId: s.mutationId(), to });
  await lockStops(s.context(), { ...edit, mutationId: s.mutationId(), lockedToDriver: true });
  const asked: RoutingProblem[] = [];
  const { draft } = await optimize(s, (problem, budget, options) => {
    asked.push(problem);
    return solveShortly(problem, budget, options);
  });
  expect(draft.unassigned).toEqual([]);
  expect(draft.routes[0]!.visitIds).toContain(visitIds[0]);
  expect(asked[0]!.matrices[0]!.durationSeconds.every((seconds) => seconds >= 0)).toBe(true);
});

test("what the depot learned from finished routes times the day where there are no roads", async () => {
  const s = await planScenario(spots, { ports: { travel: estimateTravel } });
  const { database, organizationId } = s.tenant;
  await database.raw`insert into travel_calibration (organization_id, depot_id, profile, duration_permille,
      distance_permille, legs, updated_at)
    select organization_id, id, 'van', 1500, 800, 40, now() from depot where organization_id = ${organizationId}`;
  const asked: RoutingProblem[] = [];
  await optimize(s, (problem, budget, options) => {
    asked.push(problem);
    return solveShortly(problem, budget, options);
  });
  const positions = buildRoutingProblem(await s.board(), REQUEST).positions;
  const plain = await estimateTravel.matrix(positions, "van", { calibration: { duration: 1.5, distance: 0.8 } });
  expect(asked[0]!.matrices[0]!.durationSeconds).toEqual(plain.durationSeconds);
  expect(asked[0]!.matrices[0]!.distanceMeters).toEqual(plain.distanceMeters);
});

test("roads that could not be asked are named in the draft, and nothing fails", async () => {
  const roadsFailure = "http://roads.test did not answer within 30 s";
  const s = await planScenario(spots, { ports: { travel: roadsAround({ roadsFailure }) } });
  const { draft } = await optimize(s);
  expect(draft).toMatchObject({ travelSource: "estimate", roadsFailure, unassigned: [] });
});

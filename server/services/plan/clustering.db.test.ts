import { expect, test } from "vitest";
import { type OptimizeDependencies, optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { type PlanScenario, planScenario, type ScenarioVisit } from "@/server/testing/plan-scenario";
import { planDays } from "./plan-days";

const HOUR = 3600;
const DRIVERS = 4;
type Point = readonly [x: number, y: number];

/** Doors all over a town with the depot in its middle, at hours at odds with where they lie: routes want to cross. */
function town(number: number): ScenarioVisit[] {
  let seed = number;
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  return Array.from({ length: 28 }, () => {
    const fromSeconds = (8 + 3 * draw(3)) * HOUR;
    return {
      at: [draw(81) - 40, draw(81) - 40] as const,
      windows: [{ fromSeconds, toSeconds: fromSeconds + 3 * HOUR }],
    };
  });
}

/** So much work instead of so much time, in one thread: the same question has the same answer. */
const solve: OptimizeDependencies["solve"] = (problem, { seed }, options) =>
  solveRoutingProblem(problem, { seed, maxIterations: 6000, threads: 1 }, options);

async function plan(s: PlanScenario, clustering: number): Promise<string[]> {
  const { projectId, date } = s;
  const all = { driverIds: null, deliveryIds: null, onlyEmptyRoutes: false, others: "included" as const };
  const way = { startFrom: "empty" as const, keepDrivers: false, balance: null, maxSeconds: 60 };
  await planDays(s.context(), { projectId, dates: [date], ...all, ...way, clustering });
  const { payload } = s.tenant.jobs.findLast(({ name }) => name === "optimize-plan")!;
  const { optimizationId } = payload as { optimizationId: string };
  await optimizePlan(s.tenant.systemContext(), { solve }, { optimizationId }, new AbortController().signal);
  return s.sequences();
}

const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function isWithin(point: Point, [a, b, c]: readonly [Point, Point, Point]): boolean {
  const turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
  return turns.every((each) => each > 0) || turns.every((each) => each < 0);
}

/** How many doors lie in the midst of a route they are not on: inside a triangle of its doors. */
function overlaps(visits: readonly ScenarioVisit[], sequences: readonly string[]): number {
  const routes = sequences.map((sequence) =>
    sequence
      .split(" ")
      .filter(Boolean)
      .map((index) => visits[Number(index)]!.at!),
  );
  const triangles = (route: readonly Point[]) =>
    route.flatMap((a, i) =>
      route.slice(i + 1).flatMap((b, j) => route.slice(i + j + 2).map((c) => [a, b, c] as const)),
    );
  return routes.reduce((sum, route) => {
    const own = triangles(route);
    const others = routes.filter((other) => other !== route).flat();
    return sum + others.filter((point) => own.some((each) => isWithin(point, each))).length;
  }, 0);
}

test("routes overlap less where overlapping is shunned than where they only cost as little as they can", async () => {
  const totals = { cheapest: 0, clustered: 0 };
  for (const number of [1, 2, 3]) {
    const visits = town(number);
    const s = await planScenario(visits, { drivers: DRIVERS, maxStops: 7 });
    const cheapest = await plan(s, 0);
    const clustered = await plan(s, 1);
    // Nobody is left at home for it.
    expect(clustered.join(" ").split(" ").length).toBe(cheapest.join(" ").split(" ").length);
    totals.cheapest += overlaps(visits, cheapest);
    totals.clustered += overlaps(visits, clustered);
  }
  expect(totals.clustered, JSON.stringify(totals)).toBeLessThan(totals.cheapest);
});

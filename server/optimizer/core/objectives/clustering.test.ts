import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { COST_UNITS_PER_CENT, type ProblemInput } from "../problem/problem-input";
import { solve } from "../search/solve";
import { iterationLimit } from "../stop/iteration-limit";
import { lineInput, lineState, loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

interface Point {
  readonly x: number;
  readonly y: number;
}

const VEHICLES = 6;

/** Visits all over a square with the depot in its middle, windows at odds with where they lie: routes want to overlap. */
function town(number: number, visitCount: number, clustering: number): { points: Point[]; input: ProblemInput } {
  let seed = number;
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const points = [
    { x: 5000, y: 5000 },
    ...Array.from({ length: visitCount }, () => ({ x: draw(10_000), y: draw(10_000) })),
  ];
  const legs = Int32Array.from(points.flatMap((a) => points.map((b) => Math.round(Math.hypot(a.x - b.x, a.y - b.y)))));
  const size = points.length;
  const windowFrom = Int32Array.from({ length: visitCount }, () => 8000 * draw(3));
  const deliver = loads(...Array.from({ length: visitCount }, () => Math.floor((95 * VEHICLES) / visitCount)));
  const profiles = [{ size, durationSeconds: legs, distanceMeters: legs }];
  const windowTo = windowFrom.map((from) => from + 20_000);
  const shiftTo = new Int32Array(VEHICLES).fill(60_000);
  return {
    points,
    input: lineInput(visitCount, VEHICLES, { profiles, windowFrom, windowTo, deliver, shiftTo, clustering }),
  };
}

/** How many visits lie inside the convex hull of a route they are not on, over all routes. */
function overlap(points: readonly Point[], routes: readonly ArrayLike<number>[]): number {
  const at = (visit: number) => points[visit + 1]!;
  let inside = 0;
  for (const route of routes) {
    const hull = convexHull(Array.from(route, at));
    for (const other of routes) {
      if (other !== route) inside += Array.from(other, at).filter((point) => isInside(hull, point)).length;
    }
  }
  return inside;
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Andrew's monotone chain, anticlockwise. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (chain: readonly Point[]) => {
    const hull: Point[] = [];
    for (const point of chain) {
      while (hull.length > 1 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function isInside(hull: readonly Point[], point: Point): boolean {
  return hull.length > 2 && hull.every((corner, i) => turn(corner, hull[(i + 1) % hull.length]!, point) > 0);
}

describe("clustering", () => {
  it("is not compiled in where it is not wanted, or there is one vehicle", () => {
    expect(lineState(lineInput(4, 2)).parts).toEqual([]);
    expect(lineState(lineInput(4, 1, { clustering: 1 })).parts).toEqual([]);
  });

  it("charges each visit for its neighbours on other routes", () => {
    // Of four visits each is near the three others; 15 % of 167 cents for each pair that is split, both ways.
    const state = lineState(lineInput(4, 2, { clustering: 1 }), [0, 1, 2], [3]);
    expect(state.penalty / COST_UNITS_PER_CENT).toBeCloseTo(6 * 166.667 * 0.15, 1);
    expect(lineState(lineInput(4, 2, { clustering: 1 }), [0, 1, 2, 3]).penalty).toBe(0);
  });

  it("keeps neighbours together at the price of a detour", () => {
    // Two streets 20 cents apart, a visit late and one early in each: by distance alone either split costs the same.
    const deliver = loads(50, 50, 50, 50);
    const { routes } = solveLine(4, 2, { deliver, clustering: 1 });
    expect(routes.map((route) => route.toSorted().join()).toSorted()).toEqual(["0,1", "2,3"]);
  });

  it("lets routes overlap far less, for little more distance", () => {
    const plan = (clustering: number) => {
      const sum = { overlap: 0, costCents: 0 };
      for (const number of [1, 2, 3]) {
        const { points, input } = town(number, 90, clustering);
        const result = solve(input, { seed: 1, stop: [iterationLimit(4000)], now: () => 0 });
        sum.overlap += overlap(points, result.routes);
        sum.costCents += result.costCents;
      }
      return sum;
    };
    const [plain, clustered] = [plan(0), plan(1)];
    expect(clustered.overlap).toBeLessThan(plain.overlap / 2);
    expect(clustered.costCents).toBeLessThan(plain.costCents * 1.03);
  });

  it("prices an insertion at just what it changes, pairs too", () => {
    const scene = fc.record({
      split: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
      job: fc.constantFrom(0, 1, 5),
      route: fc.nat(2),
    });
    fc.assert(
      fc.property(scene, ({ split, job, route }) => {
        const dropoffOf = new Int32Array(12).fill(-1);
        dropoffOf[1] = 10;
        const moved = job === 1 ? [1, 10] : [job];
        const routes = [0, 1, 2].map((k) =>
          split.flatMap((to, v) => (to === k && v !== 1 && v !== 10 && v !== job ? [v] : [])),
        );
        const state = lineState(lineInput(12, 3, { clustering: 1, dropoffOf }), ...routes);
        const price = state.parts[0]!.jobPrice?.(job, route) ?? Number.NaN;
        const penalty = state.penalty;
        const start = startNode(state.problem, route);
        state.insert(job, start, moved.length > 1 ? job : start);
        expect(price).toBeCloseTo(state.penalty - penalty, 0);
      }),
    );
  });
});

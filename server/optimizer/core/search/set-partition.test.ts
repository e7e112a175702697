import { describe, expect, it } from "vitest";
import type { PooledRoute } from "./route-pool";
import { cheapestPartition } from "./set-partition";

const route = (cost: number, visits: readonly number[], vehicleClass = 0): PooledRoute => ({
  vehicleClass,
  visits: Int32Array.from(visits),
  cost,
});

const asked = (routes: readonly PooledRoute[], below: number, vehicles = [9], mostRoutes = 9) => ({
  visitCount: 4,
  routes,
  classSize: Int32Array.from(vehicles),
  mostRoutes,
  below,
});

const singles = [0, 1, 2, 3].map((visit) => route(10, [visit]));

describe("cheapestPartition", () => {
  it("finds the cheapest routes that serve everybody once", () => {
    const pairs = [route(15, [0, 1]), route(15, [2, 3]), route(12, [1, 2]), route(19, [0, 3])];
    const chosen = cheapestPartition(asked([...singles, ...pairs], 41))!;
    expect(chosen.reduce((sum, each) => sum + each.cost, 0)).toBe(30);
    expect(chosen.flatMap((each) => [...each.visits]).sort()).toEqual([0, 1, 2, 3]);
  });

  it("finds nothing where nothing is cheaper, or not everybody can be served once", () => {
    expect(cheapestPartition(asked(singles, 40))).toBeUndefined();
    expect(cheapestPartition(asked([route(1, [0, 1, 2]), route(1, [1, 2, 3])], 100))).toBeUndefined();
  });

  it("keeps to the vehicles there are", () => {
    const dear = [route(50, [0, 1, 2, 3], 1)];
    expect(cheapestPartition(asked([...singles, ...dear], 100, [3, 1]))).toEqual(dear);
    expect(cheapestPartition(asked([...singles, ...dear], 100, [9, 1], 3))).toEqual(dear);
    expect(cheapestPartition(asked([...singles, ...dear], 100, [3, 0]))).toBeUndefined();
  });

  it("is as cheap as trying everything", () => {
    let state = 7;
    const below = (bound: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % bound;
    };
    for (let round = 0; round < 60; round++) {
      const random = Array.from({ length: 12 }, () =>
        route(
          5 + below(30),
          [0, 1, 2, 3].filter(() => below(2) === 1),
        ),
      ).filter((each) => each.visits.length > 0);
      const routes = [...random, ...singles];
      const chosen = cheapestPartition(asked(routes, 1000))!;
      expect(chosen.reduce((sum, each) => sum + each.cost, 0)).toBe(cheapestByTrial(routes, 0));
    }
  });
});

/** Every choice of routes for the visits that are not served yet, as bits. */
function cheapestByTrial(routes: readonly PooledRoute[], served: number): number {
  if (served === 15) return 0;
  let least = Number.POSITIVE_INFINITY;
  const next = [0, 1, 2, 3].find((visit) => (served & (1 << visit)) === 0)!;
  for (const { visits, cost } of routes) {
    const bits = visits.reduce((sum, visit) => sum | (1 << visit), 0);
    if (!visits.includes(next) || (bits & served) !== 0) continue;
    least = Math.min(least, cost + cheapestByTrial(routes, served | bits));
  }
  return least;
}

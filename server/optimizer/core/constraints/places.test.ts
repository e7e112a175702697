import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endNode, startNode } from "../problem/core-problem";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

/** On the first vehicle: visits and their places. */
function placed(...pairs: readonly (readonly [visit: number, place: number])[]) {
  return {
    placedVisits: [Int32Array.from(pairs, ([visit]) => visit), new Int32Array(0)],
    places: [Int32Array.from(pairs, ([, place]) => place), new Int32Array(0)],
  };
}

function openPlaces(input: ReturnType<typeof lineInput>, visit: number, route: readonly number[]): boolean[] {
  const state = lineState(input, route);
  return [startNode(state.problem, 0), ...route].map((before) => allows(state, "places", visit, before));
}

describe("places", () => {
  it("are not compiled in where no visit has one", () => {
    expect(isActive(lineState(lineInput(2, 1)), "places")).toBe(false);
  });

  it("are on one vehicle only", () => {
    const state = lineState(lineInput(4, 2, placed([0, 1])), [], [1]);
    expect(allows(state, "places", 0, startNode(state.problem, 0))).toBe(true);
    expect(allows(state, "places", 0, 1)).toBe(false);
  });

  it("once filled let others in behind, before that in front", () => {
    const input = lineInput(5, 2, placed([0, 2]));
    expect(openPlaces(input, 3, [1, 0, 2])).toEqual([false, false, true, true]);
    expect(openPlaces(input, 3, [0])).toEqual([true, false]);
  });

  it("take their own visit alone: at its place, or at the end of a route that is too short", () => {
    const input = lineInput(5, 2, placed([0, 2]));
    expect(openPlaces(input, 0, [1, 2, 3])).toEqual([false, true, false, false]);
    expect(openPlaces(lineInput(5, 2, placed([0, 5])), 0, [1, 2])).toEqual([false, false, true]);
  });

  it("keep their order where several wait at the end", () => {
    const input = lineInput(5, 2, placed([0, 3], [1, 5], [2, 4]));
    expect(openPlaces(input, 2, [0, 1])).toEqual([false, true, false]);
    expect(openPlaces(input, 3, [0, 2, 1])).toEqual([true, false, false, false]);
  });

  it("count frozen visits", () => {
    const input = lineInput(4, 2, { ...placed([0, 2]), boundVisits: [Int32Array.of(3), new Int32Array(0)] });
    expect(lineState(input, [3, 0, 1]).brokenCount).toBe(0);
    expect(lineState(input, [3, 1, 0]).brokenCount).toBe(1);
  });

  it("call a route broken that stands otherwise", () => {
    const input = lineInput(4, 2, placed([0, 2]));
    const sound = [[0], [1, 0], [1, 0, 2], [2, 0, 1, 3], [1, 2]];
    expect(sound.map((route) => lineState(input, route).brokenCount)).toEqual([0, 0, 0, 0, 0]);
    const broken = [
      [0, 1],
      [1, 2, 0],
      [0, 1, 2],
    ];
    expect(broken.map((route) => lineState(input, route).brokenCount)).toEqual([1, 1, 1]);
  });

  it("give up a visit whose place has moved, to be put back", () => {
    const state = lineState(lineInput(4, 2, placed([0, 2])), [1, 0, 2, 3]);
    state.beginMove();
    state.detach(1);
    state.refresh(0);
    state.loosen();
    expect(state.brokenCount).toBe(0);
    expect([...state.pool.jobs.subarray(0, state.pool.count)].sort()).toEqual([0, 1]);
    state.rollBack();
    expect(state.pool.count).toBe(0);
  });

  it("are where the plan has them, at the least detour", () => {
    // The nearest as the third of four: 200 out, 200 on, 300 back, 200 out again, 300 home.
    const { routes, costCents } = solveLine(4, 1, placed([0, 3]));
    expect(routes[0]).toHaveLength(4);
    expect(routes[0]?.[2]).toBe(0);
    expect(costCents).toBe(400 + 300 + 100 + 200);
    expect(solveLine(4, 1, placed([3, 1], [2, 9])).routes[0]?.join()).toMatch(/^3,(0,1|1,0),2$/);
  });

  it("hold for either half of a pair", () => {
    const pair = { dropoffOf: Int32Array.of(-1, -1, -1, 0) };
    expect(solveLine(4, 1, { ...pair, ...placed([3, 2]) }).routes[0]?.[1]).toBe(3);
    expect(solveLine(4, 1, { ...pair, ...placed([0, 3]) }).routes[0]?.[2]).toBe(0);
  });

  it("let in just what leaves everyone in place", () => {
    const visits = [0, 1, 2, 3, 4, 5];
    const scene = fc.record({
      places: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
      order: fc.shuffledSubarray(visits, { maxLength: 5 }),
      at: fc.nat(5),
      visit: fc.constantFrom(...visits),
    });
    fc.assert(
      fc.property(scene, ({ places, order, at, visit }) => {
        const route = order.filter((each) => each !== visit);
        const input = lineInput(6, 2, placed(...places.toSorted().map((place, v) => [v, place] as const)));
        const state = lineState(input, route);
        if (state.brokenCount > 0) return;
        const before = route[Math.min(at, route.length) - 1] ?? startNode(state.problem, 0);
        const allowed = allows(state, "places", visit, before);
        state.insert(visit, before, before);
        expect(state.brokenCount === 0).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });

  it("let in just those pairs that leave everyone in place", () => {
    const rest = [2, 3, 4, 5, 6];
    const scene = fc.record({
      places: fc.dictionary(fc.constantFrom("0", "1", "2", "3", "4"), fc.integer({ min: 1, max: 9 }), { maxKeys: 3 }),
      route: fc.shuffledSubarray(rest),
      from: fc.nat(6),
      to: fc.nat(6),
    });
    fc.assert(
      fc.property(scene, ({ places, route, from, to }) => {
        const byPlace = Object.entries(places).map(([visit, place]) => [Number(visit), place] as const);
        if (new Set(Object.values(places)).size < byPlace.length) return;
        const wishes = placed(...byPlace.toSorted((a, b) => a[1] - b[1]));
        const state = lineState(
          lineInput(7, 2, { ...wishes, dropoffOf: Int32Array.of(1, -1, -1, -1, -1, -1, -1) }),
          route,
        );
        const walk = state.rules.find((rule) => rule.name === "places")?.walk;
        if (state.brokenCount > 0 || !walk) return;
        const nodes = [startNode(state.problem, 0), ...route];
        const [first, second] = [Math.min(from, to, route.length), Math.min(Math.max(from, to), route.length)];
        const after = [...route, endNode(state.problem, 0)][second]!;
        const passed = route.slice(first, second);
        const allowed =
          walk.begin(0, 0, nodes[first]!) && passed.every((visit) => walk.pass(visit)) && walk.closes(1, after);
        state.insert(0, nodes[first]!, second === first ? 0 : nodes[second]!);
        expect(state.brokenCount === 0).toBe(allowed);
      }),
      { numRuns: 3000 },
    );
  });
});

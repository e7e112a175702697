import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { COST_UNITS_PER_CENT } from "../problem/problem-input";
import { BestPlace } from "../recreate/best-place";
import { Random } from "../search/random";
import { type LineOverrides, lineInput, lineState, loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

const one = (value: number) => Int32Array.of(value);
const reload: LineOverrides = { maxReloads: one(2), reloadLocation: one(0), reloadSeconds: one(50) };

// The depot at 0 and visits at 100, 200, 300, 400 metres on one road; a cent per metre, a metre per second, service 10.
describe("reload trips", () => {
  it("carry what is too much for one", () => {
    const deliver = loads(50, 50, 50, 50);
    const { routes, reloads, costCents } = solveLine(4, 1, { deliver, ...reload });
    // The far two and the near two: 800 and 400.
    expect(costCents).toBe(1200);
    expect(reloads).toEqual([[2]]);
    expect([routes[0]!.slice(0, 2).toSorted(), routes[0]!.slice(2).toSorted()].map(String).sort()).toEqual([
      "0,1",
      "2,3",
    ]);
  });

  it("are no more than allowed, and leave out what they cannot carry", () => {
    const deliver = loads(100, 100, 100, 100);
    const { routes, reloads } = solveLine(4, 1, { deliver, ...reload });
    expect(routes[0]).toHaveLength(3);
    expect(reloads[0]).toEqual([1, 2]);
  });

  it("are made only where they are cheaper than another vehicle", () => {
    const two = {
      maxReloads: Int32Array.of(1, 1),
      reloadLocation: Int32Array.of(0, 0),
      reloadSeconds: Int32Array.of(0, 0),
    };
    const input = { ...two, deliver: loads(50, 50, 50, 50), fixedCostCents: Int32Array.of(300, 300) };
    expect(solveLine(4, 2, input)).toMatchObject({ costCents: 300 + 1200 });
    // Two vehicles drive no more than one that comes back, and need nobody to load in between.
    const hourly = { costPerHourCents: Int32Array.of(3600, 3600), reloadSeconds: Int32Array.of(400, 400) };
    const apart = solveLine(4, 2, { ...input, ...hourly });
    expect(apart.costCents).toBe(600 + 1200 + 1240);
    expect(apart.reloads).toEqual([[], []]);
  });

  it("take the way to the place of loading and the time there", () => {
    // Loading at 200: start 0 → 100 → 200 (50 s) → 300 → 0.
    const elsewhere = { ...reload, reloadLocation: one(2), deliver: loads(60, 0, 60, 0) };
    const { routes, costCents, reloads } = solveLine(3, 1, { ...elsewhere, costPerHourCents: one(3600) });
    expect(routes[0]).toHaveLength(3);
    expect(reloads[0]).toHaveLength(1);
    expect(costCents).toBe(600 + 600 + 30 + 50);
  });

  it("keep a pair together, and what is on board from before on the first one", () => {
    const pair = { dropoffOf: Int32Array.of(1, -1, -1), pickup: loads(60, 0, 0), deliver: loads(0, 60, 60) };
    const { routes, reloads } = solveLine(3, 1, { ...pair, ...reload });
    const place = routes[0]!.indexOf(1);
    expect(place).toBeGreaterThan(routes[0]!.indexOf(0));
    for (const at of reloads[0]!) expect(at <= routes[0]!.indexOf(0) || at > place).toBe(true);
    const loaded = { deliver: loads(80, 80, 0), onBoard: Int32Array.of(30, 0, 0, 0), ...reload };
    expect(solveLine(2, 1, { ...loaded, deliver: loads(80, 60) }).reloads[0]).toEqual([1]);
    expect(solveLine(2, 1, { ...loaded, deliver: loads(80, 60) }).routes[0]).toEqual([1, 0]);
  });

  it("hand over what is on board from a pickup already bound before loading again", () => {
    const dropoffOf = Int32Array.of(3, -1, -1, -1);
    const begun = { dropoffOf, pickup: loads(60, 0, 0, 0), deliver: loads(0, 100, 100, 60), ...reload };
    const { routes, reloads } = solveLine(4, 1, { ...begun, boundVisits: [one(0)] });
    expect(routes[0]!.slice(0, 2)).toEqual([0, 3]);
    expect(reloads[0]).toEqual([2, 3]);
    const taken = { ...begun, boundVisits: [one(0)], initialRoutes: [Int32Array.of(0, 1, 3, 2)] };
    expect(solveLine(4, 1, taken).routes[0]!.slice(0, 2)).toEqual([0, 3]);
  });

  it("count as one day: limits, the fixed cost and the shift are the vehicle's", () => {
    const deliver = loads(100, 100, 100);
    expect(solveLine(3, 1, { deliver, ...reload, maxVisits: one(2) }).routes[0]).toHaveLength(2);
    expect(solveLine(3, 1, { deliver, ...reload, maxDistanceMeters: one(700) }).routes[0]!.toSorted()).toEqual([0, 1]);
    // 200 + 400 of driving, two services and one loading: 670 seconds.
    expect(solveLine(3, 1, { deliver, ...reload, shiftTo: one(670) }).routes[0]!.toSorted()).toEqual([0, 1]);
    expect(solveLine(3, 1, { deliver, ...reload, shiftTo: one(669) }).routes[0]).toHaveLength(1);
    expect(solveLine(3, 1, { deliver, ...reload, fixedCostCents: one(7) }).costCents).toBe(1200 + 7);
  });

  it("are begun by the place found, and dropped with their last visit", () => {
    const input = lineInput(2, 1, { ...reload, deliver: loads(100, 100) });
    const state = lineState(input, [0]);
    const place = new BestPlace(state.problem, state, new Random(1));
    expect(place.findAnywhere(1)).toBe(true);
    expect(place.cost / COST_UNITS_PER_CENT).toBe(400);
    state.insertTrip(place.tripBehind);
    state.insert(1, place.before, -1);
    expect(state.brokenCount).toBe(0);
    expect(state.links.count[0]).toBe(2);
    state.detach(1);
    state.refresh(0);
    expect(state.links.next[startNode(state.problem, 0)]).toBe(0);
    expect(state.links.distance[0]).toBe(200);
  });

  it("take up a plan given without them", () => {
    const initialRoutes = [Int32Array.of(3, 2, 1, 0)];
    const { routes, reloads } = solveLine(4, 1, { deliver: loads(50, 50, 50, 50), ...reload, initialRoutes });
    expect(routes[0]).toHaveLength(4);
    expect(reloads[0]).toEqual([2]);
  });
});

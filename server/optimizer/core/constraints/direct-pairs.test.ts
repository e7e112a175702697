import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, isActive, lineInput, lineState, loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

// Visit 3 is picked up far out and handed over at visit 0, near the depot.
const pair = { dropoffOf: Int32Array.of(-1, -1, -1, 0), pickup: loads(0, 0, 0, 10) };
const direct = { ...pair, direct: Uint8Array.of(0, 0, 0, 1) };

describe("direct pairs", () => {
  it("are not compiled in where goods may make a tour", () => {
    expect(isActive(lineState(lineInput(4, 1, pair)), "direct-pairs")).toBe(false);
  });

  it("let nothing in between, and anything before and behind", () => {
    const state = lineState(lineInput(4, 1, direct), [3, 0]);
    const places = [startNode(state.problem, 0), 3, 0];
    expect(places.map((before) => allows(state, "direct-pairs", 1, before))).toEqual([true, false, true]);
  });

  it("are broken by a visit in between", () => {
    expect(lineState(lineInput(4, 1, direct), [3, 1, 0]).brokenCount).toBe(1);
    expect(lineState(lineInput(4, 1, direct), [1, 3, 0]).brokenCount).toBe(0);
  });

  it("bring the drop-off right behind a pickup that is frozen", () => {
    const state = lineState(lineInput(4, 1, { ...direct, boundVisits: [Int32Array.of(3)] }), [3, 1]);
    expect([allows(state, "direct-pairs", 0, 3), allows(state, "direct-pairs", 0, 1)]).toEqual([true, false]);
  });

  it("leave to the caller what is frozen on both sides", () => {
    expect(
      lineState(lineInput(4, 1, { ...direct, boundVisits: [Int32Array.of(3, 1, 0)] }), [3, 1, 0]).brokenCount,
    ).toBe(0);
  });

  it("are planned as one: out, past the others on the way, and straight back", () => {
    const { routes, costCents } = solveLine(4, 1, direct);
    expect(routes[0]).toEqual([1, 2, 3, 0]);
    expect(costCents).toBe(800);
  });

  it("keep the goods of two pairs apart", () => {
    const two = { dropoffOf: Int32Array.of(-1, -1, 0, 1), direct: Uint8Array.of(0, 0, 1, 1) };
    const { routes, costCents } = solveLine(4, 1, two);
    expect(routes[0]?.join()).toMatch(/^(2,0,3,1|3,1,2,0)$/);
    // 400 out, 200 back, 100 out, 200 back, 100 home.
    expect(costCents).toBe(1000);
  });
});

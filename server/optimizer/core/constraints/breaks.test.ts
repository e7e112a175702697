import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { COST_UNITS_PER_CENT } from "../problem/problem-input";
import { allows, isActive, type LineOverrides, lineInput, lineState } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

function breaks(...rows: readonly (readonly [from: number, to: number, seconds: number])[]): LineOverrides {
  return {
    breakOffset: Int32Array.of(0, rows.length),
    breakFrom: Int32Array.from(rows, ([from]) => from),
    breakTo: Int32Array.from(rows, ([, to]) => to),
    breakSeconds: Int32Array.from(rows, ([, , seconds]) => seconds),
  };
}

const hourly = { costPerKmCents: Int32Array.of(0), costPerHourCents: Int32Array.of(3600) };

// Depot 0, visits at 100, 200, 300; a metre takes a second, service takes 10; 0 and 1 are served until 110 and 220.
describe("breaks", () => {
  it("are not compiled in where nobody has any", () => {
    expect(isActive(lineState(lineInput(2, 1)), "breaks")).toBe(false);
  });

  it("are taken after a service or before the start, inside their window", () => {
    const sound = (from: number, to: number) =>
      lineState(lineInput(2, 1, breaks([from, to, 30])), [0, 1]).brokenCount === 0;
    // Served until 110, or waiting for it there; or before the start. At 220 it is too late.
    expect(sound(110, 110)).toBe(true);
    expect(sound(150, 150)).toBe(true);
    expect(sound(0, 0)).toBe(true);
    const prompt = lineInput(2, 1, { ...breaks([111, 219, 30]), windowTo: Int32Array.of(100, 210) });
    expect(lineState(prompt, [0, 1]).brokenCount).toBe(1);
    expect(lineState({ ...prompt, breakTo: Int32Array.of(220) }, [0, 1]).brokenCount).toBe(0);
  });

  it("are not needed by who is back before their last moment, nor by who stays at home", () => {
    // Both visits and back is 420; with the break it would be 1420.
    const rest = (to: number) => lineInput(2, 1, { ...breaks([0, to, 1000]), shiftTo: Int32Array.of(420) });
    expect(lineState(rest(420), [0, 1]).brokenCount).toBe(0);
    expect(lineState(rest(419), [0, 1]).brokenCount).toBe(1);
    expect(lineState(rest(0), []).brokenCount).toBe(0);
    expect(allows(lineState(rest(420), [0]), "breaks", 1, 0)).toBe(true);
    expect(allows(lineState(rest(419), [0]), "breaks", 1, 0)).toBe(false);
  });

  it("are neither paid nor worked, and begin as the solution says", () => {
    // Back at 410 without it, so it is due: rest from 300 to 400, back at 600. To be done with the service at 300 it is
    // enough to leave at 90.
    const state = lineState(lineInput(2, 1, { ...hourly, ...breaks([300, 350, 100]) }), [1]);
    expect(state.schedule.returns[0]).toBe(600);
    expect(state.schedule.takenBreaks(0)).toEqual([{ index: 0, before: 1 }]);
    expect(state.totalCost / COST_UNITS_PER_CENT).toBe(600 - 90 - 100);
  });

  it("come one after the other, even at one place", () => {
    const two = lineState(lineInput(1, 1, breaks([0, 120, 20], [0, 140, 20])), [0]);
    expect(two.brokenCount).toBe(0);
    expect(two.schedule.takenBreaks(0).map(({ index }) => index)).toEqual([0, 1]);
    const late = lineState(
      lineInput(1, 1, { ...breaks([110, 110, 20], [110, 129, 20]), windowTo: Int32Array.of(100) }),
      [0],
    );
    expect(late.brokenCount).toBe(1);
  });

  it("let in a visit with the break on either side of it", () => {
    // Visit 1 closes at 230: the rest of 100 s from 110 on is behind it, or not at all.
    const input = lineInput(3, 1, { ...breaks([110, 320, 100]), windowTo: Int32Array.of(9000, 230, 9000) });
    const state = lineState(input, [0, 2]);
    expect(allows(state, "breaks", 1, 0)).toBe(true);
    expect(allows(lineState({ ...input, breakTo: Int32Array.of(219) }, [0, 2]), "breaks", 1, 0)).toBe(false);
    expect(allows(state, "breaks", 1, startNode(state.problem, 0))).toBe(true);
  });

  it("send a second vehicle where the first would have to rest in between, by hand", () => {
    // All four and back take 840 seconds; a rest of 1000, due for who is not back by 820, does not fit into the shift.
    const input = {
      breakOffset: Int32Array.of(0, 1, 2),
      breakFrom: Int32Array.of(0, 0),
      breakTo: Int32Array.of(820, 820),
      breakSeconds: Int32Array.of(1000, 1000),
      shiftTo: Int32Array.of(1000, 1000),
    };
    const { routes, costCents, breaks: taken } = solveLine(4, 2, input);
    expect(costCents).toBe(800 + 400);
    expect(routes.map((route) => route.toSorted().join()).sort()).toEqual(["0,1", "2,3"]);
    expect(taken).toEqual([[], []]);
    // With a rest of 10 one vehicle does it all.
    expect(solveLine(4, 2, { ...input, breakSeconds: Int32Array.of(10, 10) }).costCents).toBe(800);
  });
});

import { describe, expect, it } from "vitest";
import { iterationLimit } from "../stop/iteration-limit";
import { loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

const crowded = { deliver: loads(50, 50, 30, 20), windowTo: Int32Array.of(900, 1900, 900, 1900) };

describe("a budget for several coolings", () => {
  it("finds the same plan again for the same seed", () => {
    const stop = [iterationLimit(12_500)];
    const { routes, costCents } = solveLine(4, 3, crowded, { stop, verify: false });
    expect(solveLine(4, 3, crowded, { stop, verify: false })).toMatchObject({ routes, costCents });
    expect(routes.flat().sort()).toEqual([0, 1, 2, 3]);
  });
});

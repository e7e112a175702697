import { describe, expect, it } from "vitest";
import { lineInput, lineState, loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";
import { WINDOWS_AND_CAPACITY } from "./plan-model";

const plain = { deliver: loads(50, 50, 50, 50), windowTo: Int32Array.of(900, 900, 900, 900) };

describe("the full model", () => {
  it("compiles to nothing more than windows and capacity where no more is asked", () => {
    const names = lineState(lineInput(4, 2, plain)).rules.map((rule) => rule.name);
    expect(names).toEqual(["time-windows", "capacity"]);
  });

  it("searches there exactly as the small one does", () => {
    const { routes, costCents } = solveLine(4, 2, plain);
    expect(solveLine(4, 2, plain, { model: WINDOWS_AND_CAPACITY })).toMatchObject({ routes, costCents });
  });
});

import { describe, expect, it } from "vitest";
import { allows, lineInput, lineState } from "../testing/line-problem";

describe("max drive time", () => {
  it("counts driving, neither service nor waiting", () => {
    const waiting = { windowFrom: Int32Array.of(5000, 0, 0) };
    const state = (limit: number) =>
      lineState(lineInput(3, 1, { ...waiting, maxDriveSeconds: Int32Array.of(limit) }), [0]);
    expect(allows(state(600), "max-drive-time", 2, 0)).toBe(true);
    expect(allows(state(599), "max-drive-time", 2, 0)).toBe(false);
  });
});

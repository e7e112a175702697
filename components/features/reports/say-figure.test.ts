import { describe, expect, test } from "vitest";
import { changeOf } from "./say-figure";

describe("a figure beside the one before", () => {
  test.each([
    ["more", 0.9, 0.8, "better"],
    ["more", 0.8, 0.9, "worse"],
    ["less", 300, 600, "better"],
    ["less", 600, 300, "worse"],
    [null, 5, 4, "more"],
    [null, 4, 5, "less"],
    ["more", 1, 1, "same"],
    ["more", null, 1, "none"],
    ["more", 1, null, "none"],
  ] as const)("where %s is better, %s after %s is %s", (better, now, before, kind) => {
    expect(changeOf({ better }, now, before).kind).toBe(kind);
  });
});

import { describe, expect, test } from "vitest";
import { createFormats, type Formats } from "@/components/lib/words/formats";
import type { Reader } from "@/components/lib/words/reader";
import { changeOf, sayFigure } from "./say-figure";

const formats = {
  number: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat("en-GB", options).format(value),
} as Formats;

describe("a figure with its unit", () => {
  test.each([
    [-10, "0 mins"],
    [-0.1, "0 mins"],
    [-31, "-1 min"],
    [29, "0 mins"],
    [5400, "1.5 hrs"],
    [-7200, "-2 hrs"],
  ])("%s seconds are %s", (seconds, said) => {
    expect(sayFigure(formats, "seconds", seconds)).toBe(said);
  });

  test.each([
    [264, "kg", "0.26 kg"],
    [9_996, "kg", "10 kg"],
    [1_240_000, "kg", "1,240 kg"],
    [264, "lb", "0.58 lb"],
    [0, "kg", "0 kg"],
  ] as const)("%s grams are, in %s, %s", (grams, unit, said) => {
    const read = createFormats({ locale: "en-GB", weightUnit: unit } as Reader);
    expect(sayFigure(read, "grams", grams)).toBe(said);
  });
});

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
    ["nearer", 60, -600, "better"],
    ["nearer", -60, 600, "better"],
    ["nearer", -600, -60, "worse"],
    ["nearer", -600, 600, "less"],
    ["nearer", 600, 600, "same"],
  ] as const)("where %s is better, %s after %s is %s", (better, now, before, kind) => {
    expect(changeOf({ better }, now, before).kind).toBe(kind);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sampleDay } from "./sample-day";

describe("the sample day", () => {
  it.each(Object.entries(sampleDay()))("%s is committed as its generator writes it", (name, text) => {
    expect(
      readFileSync(new URL(`./sample-day/${name}`, import.meta.url), "utf8") === text,
      "run npx tsx db/seed/generate-sample-day.ts",
    ).toBe(true);
  });

  it("stays small enough to commit", () => {
    const bytes = Object.values(sampleDay()).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(500_000);
  });

  it("has no address twice", () => {
    const doors = sampleDay()
      ["addresses.csv"].trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 2).join(" "));
    expect(new Set(doors).size).toBe(doors.length);
  });
});

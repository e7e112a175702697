import { describe, expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { readerOf } from "./reader";

const customs = { acceptLanguage: null, country: null, units: "local", language: null } as const;
const read = (acceptLanguage: string | null, country: string | null = null, chosen = {}) =>
  readerOf({ ...DEFAULT_PREFERENCES, ...chosen }, { ...customs, acceptLanguage, country });

describe("who reads", () => {
  test("the browser's first language that we write, by its weight", () => {
    expect(read("de-DE,es;q=0.4,en-AU;q=0.8")).toMatchObject({ language: "en", locale: "en-AU" });
    expect(read("es-MX,es;q=0.9,en;q=0.8")).toMatchObject({ language: "es", locale: "es-MX" });
    expect(read("es")).toMatchObject({ language: "es", locale: "es-ES" });
  });

  test("English where nothing is said, nothing is ours or the header is nonsense", () => {
    for (const header of [null, "", "de,fr", "*", ";;q=,--x", "es;q=0"]) {
      expect(read(header)).toMatchObject({ language: "en", locale: "en-GB" });
    }
  });

  test("a chosen language wins, and keeps the browser's region only where it is that language's", () => {
    expect(read("en-US,es-AR;q=0.5", null, { language: "es" })).toMatchObject({ language: "es", locale: "es-AR" });
    expect(read("en-US", null, { language: "es" })).toMatchObject({ language: "es", locale: "es-ES" });
  });

  test("clock and units follow the depots' country, then the browser's region, unless chosen", () => {
    expect(read("en-US", "DK")).toMatchObject({ hour12: false, distanceUnit: "km", weightUnit: "kg" });
    expect(read("en-US")).toMatchObject({ hour12: true, distanceUnit: "mi", weightUnit: "lb" });
    expect(read("es-ES", "GB")).toMatchObject({ hour12: false, distanceUnit: "mi", weightUnit: "kg" });
    expect(read("en-US", "DK", { hourCycle: "12", distanceUnit: "mi", weightUnit: "lb" })).toMatchObject({
      hour12: true,
      distanceUnit: "mi",
      weightUnit: "lb",
    });
  });

  test("the project's units come before its country's, and what somebody has chosen before both", () => {
    const imperial = { ...customs, country: "DK", units: "imperial" } as const;
    expect(readerOf(DEFAULT_PREFERENCES, imperial)).toMatchObject({ distanceUnit: "mi", weightUnit: "lb" });
    expect(readerOf(DEFAULT_PREFERENCES, { ...imperial, country: "US", units: "metric" })).toMatchObject({
      distanceUnit: "km",
      weightUnit: "kg",
    });
    expect(readerOf({ ...DEFAULT_PREFERENCES, distanceUnit: "km" }, imperial)).toMatchObject({
      distanceUnit: "km",
      weightUnit: "lb",
    });
  });

  test("the organization's language is for browsers that ask for none of ours", () => {
    const spanish = { ...customs, language: "es" } as const;
    expect(readerOf(DEFAULT_PREFERENCES, { ...spanish, acceptLanguage: "de-DE" })).toMatchObject({ language: "es" });
    expect(readerOf(DEFAULT_PREFERENCES, { ...spanish, acceptLanguage: "en-GB" })).toMatchObject({ language: "en" });
  });
});

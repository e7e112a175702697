import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES, mergePreferences, preferencesPatch, storedPreferences } from "./preferences";

test("an old or broken row is read with defaults for what is no longer known", () => {
  const row = { language: "tlh", hourCycle: "12", panels: { plan: { left: "wide" } }, gone: 1 };
  expect(storedPreferences.parse(row)).toEqual({ ...DEFAULT_PREFERENCES, hourCycle: "12" });
});

test("a patch changes what it names, and of the panels only the screens it names", () => {
  const before = mergePreferences(DEFAULT_PREFERENCES, { panels: { plan: { left: 30 }, live: { left: 20 } } });
  expect(mergePreferences(before, { theme: "dark", panels: { plan: { folded: true } } })).toEqual({
    ...before,
    theme: "dark",
    panels: { plan: { folded: true }, live: { left: 20 } },
  });
});

test("unknown fields, values and layouts without end are refused", () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`screen-${index}`, {}]));
  for (const patch of [{ colour: "red" }, { language: "fr" }, { hourCycle: 12 }, { panels: many }, { theme: null }]) {
    expect(preferencesPatch.safeParse(patch).success).toBe(false);
  }
});

import { expect, it } from "vitest";
import { importStep, shownStep } from "./import-step";

const counts = { valid: 3, invalid: 1, imported: 0 };
const none = { valid: 0, invalid: 0, imported: 0 };

it.each([
  ["uploaded", null, "columns"],
  ["uploaded", "review", "columns"],
  ["checking", "columns", "checking"],
  ["checked", null, "review"],
  ["checked", "columns", "columns"],
  ["importing", "review", "importing"],
  ["imported", null, "result"],
  ["imported", "review", "review"],
  ["failed", null, "review"],
  ["discarded", "columns", "gone"],
] as const)("%s, wishing %s, shows %s", (status, wish, step) => {
  expect(importStep(status, wish, counts)).toBe(step);
});

it("goes back to the columns when nothing could be checked", () => {
  expect(importStep("failed", null, none)).toBe("columns");
});

it("counts checking and review as one step of the way", () => {
  expect(shownStep("checking")).toBe(shownStep("review"));
  expect(shownStep("columns")).toBeLessThan(shownStep("review"));
  expect(shownStep("result")).toBeGreaterThan(shownStep("review"));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  brandAccents,
  brandColorSchema,
  contrastOnPage,
  contrastRatio,
  isReadable,
  LEAST_CONTRAST,
} from "./brand-color";

test("contrast is what WCAG says: 21 of black on white, 1 of a colour on itself, the same both ways", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrastRatio("#0f6b58", "#0f6b58")).toBe(1);
  expect(contrastRatio("#123456", "#fedcba")).toBe(contrastRatio("#fedcba", "#123456"));
});

test("a colour that cannot be read on a light page is refused, and so is what is no colour", () => {
  expect(brandColorSchema.parse(" #0F6B58 ")).toBe("#0f6b58");
  expect(brandColorSchema.safeParse("#ffd400").success).toBe(false);
  expect(brandColorSchema.safeParse("yellow").success).toBe(false);
  expect(brandColorSchema.safeParse("#fff").success).toBe(false);
});

test("whatever is taken can be read on both grounds", () => {
  const part = fc.integer({ min: 0, max: 255 }).map((each) => each.toString(16).padStart(2, "0"));
  const color = fc.tuple(part, part, part).map((parts) => `#${parts.join("")}`);
  fc.assert(
    fc.property(color.filter(isReadable), (taken) => {
      const { light, dark } = brandAccents(taken);
      expect(contrastOnPage(light)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      for (const ground of ["#101513", "#181f1c"]) {
        expect(contrastRatio(dark, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }
    }),
  );
});

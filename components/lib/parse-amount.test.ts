import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { type ShownUnit, shownLoad, shownUnits } from "@/server/domain/unit/shown-units";
import { amountText, keptAmount, parseAmount, plainAmount, typedAmount } from "./parse-amount";

/** Every unit a number is typed in somewhere, in either system. */
const UNITS: readonly ShownUnit[] = [
  ...Object.values(shownUnits("km", "kg")),
  ...Object.values(shownUnits("mi", "lb")),
  ...DEFAULT_LOAD_DIMENSIONS,
  ...DEFAULT_LOAD_DIMENSIONS.map((each) => shownLoad(each, "lb")),
];

test.each([
  ["7", 7],
  ["7,5", 7.5],
  ["7.5", 7.5],
  [" 1 200 ", 1200],
  ["1,200", 1200],
  ["1.200,50", 1200.5],
  ["1,200.50", 1200.5],
  ["1.234.567", 1234567],
  ["0.125", 0.125],
  ["-3", -3],
  ["−3,5", -3.5],
  ["0,125", 0.125],
  ["1234,567", 1234.567],
  [",5", 0.5],
])("%s is %d", (text, value) => {
  expect(parseAmount(text)).toBe(value);
});

test("a number stays what was typed, digit for digit", () => {
  expect(plainAmount("1.234.567.890.123.456,70")).toBe("1234567890123456.70");
  expect(plainAmount("0,0000001")).toBe("0.0000001");
  expect(plainAmount("-,5")).toBe("-0.5");
  expect(plainAmount("+12")).toBe("12");
  expect(plainAmount("12 kg")).toBeNull();
});

test("a lone comma before three digits is of thousands in English alone", () => {
  expect(parseAmount("1,250", "en-GB")).toBe(1250);
  expect(parseAmount("1,250", "es")).toBe(1.25);
  expect(parseAmount("1.250,5", "es")).toBe(1250.5);
  expect(parseAmount("1,234,567", "es")).toBe(1234567);
  // What a field shows is written with a point, whatever the language.
  expect(parseAmount("1.125", "es")).toBe(1.125);
});

test.each(["12.5.24", "1,2,3", "1.200.5", "10 15", "1 20", "12,5,24", "1.2,3.4", "1,20.5"])(
  "%s is no number",
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);

test.each(["", "abc", "7 kg", ".", "--3", "1e5"])("%s is no number", (text) => {
  expect(parseAmount(text)).toBeNull();
});

test("a number typed in a unit, with a comma or a point, is kept in the stored one; what is none is none", () => {
  const { length } = shownUnits("mi", "lb");
  expect(typedAmount("984,3", length)).toBe(300);
  expect(typedAmount("1,000", length)).toBe(304.8);
  expect(typedAmount("50,5", shownUnits("km", "kg").length)).toBe(50.5);
  // Seven and a half minutes are not made eight of.
  expect(typedAmount("7,5", { perUnit: 1 })).toBe(7.5);
  expect(typedAmount("", length)).toBeNaN();
  expect(typedAmount("far", { perUnit: 1 })).toBeNaN();
});

test("a stored amount is edited without trailing zeros", () => {
  expect(amountText(12_500, 1000)).toBe("12.5");
  expect(amountText(900_000, 1000)).toBe("900");
  expect(amountText(140, 1)).toBe("140");
});

test("what is typed comes back as it was typed, in every unit, as finely as the unit is kept", () => {
  const typed = fc.constantFrom(...UNITS).chain((unit) => {
    const decimals = Math.floor(Math.log10(unit.perUnit * (unit.steps ?? 1)));
    const most = 10 ** (decimals + 5);
    return fc.record({
      unit: fc.constant(unit),
      value: fc.integer({ min: 0, max: most }).map((n) => n / 10 ** decimals),
    });
  });
  fc.assert(
    fc.property(typed, ({ unit, value }) => {
      expect(amountText(keptAmount(value, unit), unit)).toBe(String(value));
    }),
  );
  const mile = shownUnits("mi", "lb").distance;
  expect(amountText(keptAmount(100, mile), mile)).toBe("100");
});

test("whatever is kept is kept as it was by whoever saves it unchanged", () => {
  const kept = fc.record({ unit: fc.constantFrom(...UNITS), steps: fc.integer({ min: 0, max: 2_000_000_000 }) });
  fc.assert(
    fc.property(kept, ({ unit, steps }) => {
      const amount = steps / (unit.steps ?? 1);
      expect(keptAmount(parseAmount(amountText(amount, unit))!, unit)).toBe(amount);
    }),
  );
});

test("loads are typed in pounds and cubic feet where they are kept finely enough", () => {
  const shown = (unit: string, perUnit: number) => shownLoad({ unit, perUnit }, "lb");
  expect(shown("kg", 1000)).toEqual({ unit: "lb", perUnit: 453.59237 });
  expect(shown("t", 1_000_000).perUnit).toBeCloseTo(453.59237, 9);
  expect(shown("m³", 1_000_000).perUnit).toBeCloseTo(28_316.846592, 6);
  expect(shown("L", 1000).unit).toBe("ft³");
  for (const [unit, perUnit] of [
    ["kg", 1],
    ["lb", 1000],
    ["", 1],
    ["pallets", 1],
  ] as const) {
    expect(shown(unit, perUnit)).toEqual({ unit, perUnit });
  }
  expect(shownLoad({ unit: "kg", perUnit: 1000 }, "kg").unit).toBe("kg");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { servesPlace } from "./serve-area";

const PLACE = { names: ["Nord", "København Ø"], postcode: "2100" };

test("by name, by postcode, by its beginning, by a range", () => {
  for (const area of ["nord", " KØBENHAVN Ø", "2100", "DK-2100", "21*", "2000-2199", "2100 – 2100"]) {
    expect(servesPlace([area], PLACE), area).toBe(true);
  }
  for (const area of ["Nor", "210", "22*", "*", "2101-2199", "2199-2000", "21-22", "02000-02199", "20*-22*"]) {
    expect(servesPlace([area], PLACE), area).toBe(false);
  }
  expect(servesPlace([], PLACE)).toBe(true);
  expect(servesPlace(["x", "21*"], PLACE)).toBe(true);
});

test("letters in a postcode, and places without one", () => {
  expect(servesPlace(["SW1*"], { names: [], postcode: "SW1A 1AA" })).toBe(true);
  expect(servesPlace(["sw1a1aa"], { names: [], postcode: "SW1A 1AA" })).toBe(true);
  for (const area of ["*", "", "21*", "2000-2199"])
    expect(servesPlace([area], { names: [], postcode: "" })).toBe(false);
});

test("a range holds exactly the numbers between its ends", () => {
  const digits = fc.integer({ min: 0, max: 9999 });
  fc.assert(
    fc.property(digits, digits, digits, (from, to, at) => {
      const text = (value: number) => String(value).padStart(4, "0");
      const isHeld = servesPlace([`${text(from)}-${text(to)}`], { names: [], postcode: text(at) });
      expect(isHeld).toBe(from <= at && at <= to);
    }),
  );
});

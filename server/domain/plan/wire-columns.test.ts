import fc from "fast-check";
import { expect, test } from "vitest";
import {
  packNumbers,
  packSerials,
  packSpread,
  packSteps,
  packTexts,
  unpackNumbers,
  unpackSerials,
  unpackSpread,
  unpackSteps,
  unpackTexts,
} from "./wire-columns";

const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom("", "|", "^", "^1", "A-007", "0", "9".repeat(20))));
const numbers = fc.array(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }));

test("numbers come back as they were", () => {
  fc.assert(fc.property(numbers, (values) => void expect(unpackNumbers(packNumbers(values))).toEqual(values)));
  fc.assert(fc.property(numbers, (values) => void expect(unpackSteps(packSteps(values))).toEqual(values)));
  fc.assert(fc.property(numbers, (values) => void expect(unpackSpread(packSpread(values))).toEqual(values)));
});

test("texts come back as they were", () => {
  fc.assert(fc.property(texts, (values) => void expect(unpackTexts(packTexts(values))).toEqual(values)));
  fc.assert(fc.property(texts, (values) => void expect(unpackSerials(packSerials(values))).toEqual(values)));
});

test("no letter needs escaping in JSON", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const packed = packNumbers(values);
      return JSON.stringify(packed) === `"${packed}"`;
    }),
  );
});

test("what does not fit, or was not made here, is refused", () => {
  expect(() => packNumbers([0.5])).toThrow(RangeError);
  expect(() => packNumbers([2 ** 53])).toThrow(RangeError);
  expect(() => unpackNumbers("A!")).toThrow(RangeError);
  expect(() => unpackNumbers("g")).toThrow(RangeError);
});

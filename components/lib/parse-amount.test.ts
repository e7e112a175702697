import { expect, test } from "vitest";
import { amountText, parseAmount } from "./parse-amount";

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
  [",5", 0.5],
])("%s is %d", (text, value) => {
  expect(parseAmount(text)).toBe(value);
});

test.each(["", "abc", "7 kg", ".", "--3", "1e5"])("%s is no number", (text) => {
  expect(parseAmount(text)).toBeNull();
});

test("a stored amount is edited without trailing zeros", () => {
  expect(amountText(12_500, 1000)).toBe("12.5");
  expect(amountText(900_000, 1000)).toBe("900");
  expect(amountText(140, 1)).toBe("140");
});

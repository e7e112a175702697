import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanCustomerText } from "./clean-customer-text";

/** Any text, and much of what is not seen. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u0000", "\u0007", "\r\n", "\r", "\u202e", "\ufeff", "\ud800", "\t"),
    ),
  )
  .map((parts) => parts.join(""));

test("letters stay, what is not seen goes, lines stay lines", () => {
  expect(cleanCustomerText("  Zvoňte 2×\r\n\r\n\r\n\r\nkód 12\t34 \u202e<b>\u0000  ")).toBe(
    "Zvoňte 2×\n\nkód 12 34 <b>",
  );
  expect(cleanCustomerText("👩‍👧 at the gate")).toBe("👩‍👧 at the gate");
});

test("whatever is typed, nothing unseen is left, and cleaning again changes nothing", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const clean = cleanCustomerText(text);
      expect(clean.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect(clean).not.toMatch(/\n{3}|^\s|\s$/);
      expect(cleanCustomerText(clean)).toBe(clean);
    }),
    { numRuns: 500 },
  );
});

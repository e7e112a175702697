import fc from "fast-check";
import { expect, test } from "vitest";
import { smsSize } from "./sms-segments";

test.each([
  ["", "gsm-7", 0, 0],
  ["a".repeat(160), "gsm-7", 160, 1],
  ["a".repeat(161), "gsm-7", 161, 2],
  ["a".repeat(306), "gsm-7", 306, 2],
  ["a".repeat(307), "gsm-7", 307, 3],
  ["€".repeat(80), "gsm-7", 160, 1],
  [`${"a".repeat(152)}€${"a".repeat(152)}`, "gsm-7", 306, 3],
  ["á".repeat(70), "ucs-2", 70, 1],
  ["á".repeat(71), "ucs-2", 71, 2],
  [`${"á".repeat(66)}😀${"á".repeat(66)}`, "ucs-2", 134, 3],
  ["😀".repeat(35), "ucs-2", 70, 1],
])("%# is counted as operators do", (text, encoding, units, segments) => {
  expect(smsSize(text)).toMatchObject({ encoding, units, segments });
});

test("what makes a message dear is named once", () => {
  expect(smsSize("Mañana, sábado, en la península: áá").costly).toEqual(["á", "í"]);
});

test("more text never costs less, and nothing is lost or split between segments", () => {
  const sign = fc.constantFrom("a", "€", "é", "á", "😀", "\n", "{");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 400 }), sign, (signs, more) => {
      const before = smsSize(signs.join(""));
      const after = smsSize([...signs, more].join(""));
      expect(after.segments).toBeGreaterThanOrEqual(before.segments);
      const room = before.encoding === "gsm-7" ? [160, 153] : [70, 67];
      const [single, joined] = room as [number, number];
      if (before.units <= single) expect(before.segments).toBe(before.units === 0 ? 0 : 1);
      else {
        expect(before.segments).toBeGreaterThanOrEqual(Math.ceil(before.units / joined));
        expect(before.segments).toBeLessThanOrEqual(Math.ceil(before.units / (joined - 1)));
      }
    }),
  );
});

import { describe, expect, it } from "vitest";
import type { CellResult } from "./cell-result";
import { cleanCell } from "./clean-cell";
import { parseCellCoordinate } from "./parse-cell-coordinate";
import { parseCellText } from "./parse-cell-text";

/** The value, or the code of the refusal. */
function outcome<T>(result: CellResult<T>): T | string {
  if (!result.ok) expect(result.message).toMatch(/^.+[.?]$/s);
  return result.ok ? result.value : result.code;
}

describe("coordinates", () => {
  it.each([
    ["55.6761", "lat", 55.6761],
    ["55,6761", "lat", 55.6761],
    ["-33.9", "lat", -33.9],
    ["33.9 S", "lat", -33.9],
    ["55.6761° N", "lat", 55.6761],
    ["55°40'30\"N", "lat", 55.675],
    ["12° 30' 0\" W", "lng", -12.5],
    ["95.1", "lat", "latitude_range"],
    ["-180.5", "lng", "longitude_range"],
    ["north", "lat", "not_a_number"],
  ] as const)("reads %s as %s %s", (text, axis, expected) => {
    const result = outcome(parseCellCoordinate(text, axis));
    if (typeof expected === "number") expect(result).toBeCloseTo(expected, 9);
    else expect(result).toBe(expected);
  });

  it("says what range a latitude must be in", () => {
    expect(parseCellCoordinate("95.1", "lat")).toMatchObject({
      message: expect.stringContaining("Latitude 95.1 is outside −90…90"),
    });
  });
});

describe("texts", () => {
  it.each([
    ["Anna Holm", false, "Anna Holm"],
    ["-", false, ""],
    ['=HYPERLINK("http://example.com";"x")', false, "formula"],
    ["=1+1", true, "formula"],
    ["@SUM(A1:A2)", false, "formula"],
    ["+cmd|' /C calc'!A0", false, "formula"],
    ["-2+3+cmd|' /C calc'!A0", false, "formula"],
    ["@SUM(A1:A2)", true, "formula"],
    ["+cmd|' /C calc'!A0", true, "formula"],
    ["-A1+B1", true, "formula"],
    ["+45 12 34 56 78", false, "+45 12 34 56 78"],
    ["-12.5", false, "-12.5"],
    ["- ring twice", true, "- ring twice"],
    ["+1 box in the shed", true, "+1 box in the shed"],
    ["- ring twice", false, "formula"],
    ['"open', false, "unclosed_quote"],
    ['"Bob" Smith', false, '"Bob" Smith'],
    ["x".repeat(121), false, "too_long"],
  ] as const)("takes %j (prose: %s) as %j", (text, prose, expected) => {
    expect(outcome(parseCellText(text, 120, prose))).toBe(expected);
  });

  it("warns of characters that could not be read", () => {
    expect(parseCellText("S\ufffdren", 120)).toMatchObject({ ok: true, warning: { code: "damaged_characters" } });
  });

  it("cleans what is not seen and leaves what is", () => {
    expect(cleanCell("\ufeff\u200b A\u00a0B\u2009C\t ")).toBe("A B C");
    expect(cleanCell("a\r\nb\u0000\u0007")).toBe("a\nb");
    expect(cleanCell("Zoe\u0308 東京 Łódź")).toBe("Zoë 東京 Łódź");
    expect(cleanCell("a\ud83d\ude9ab")).toBe("a\ud83d\ude9ab");
    expect(cleanCell("a\u007fb")).toBe("ab");
  });
});

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { editCells } from "./edit-cells";
import { looksLikeFormula } from "./parse-cell-text";
import { writeCsv } from "./write-csv";

describe("writing cells anew", () => {
  test("replaces, fills a short line up, and drops surplus cells once they are empty", () => {
    expect(editCells(["a", "b"], { "1": "x" }, 3)).toEqual(["a", "x"]);
    expect(editCells(["a"], { "2": "x" }, 3)).toEqual(["a", "", "x"]);
    expect(editCells(["a", "b", "c", "d"], { "2": "", "3": "" }, 2)).toEqual(["a", "b"]);
    expect(editCells(["a", "b", "c", "d"], { "3": "" }, 2)).toEqual(["a", "b", "c"]);
  });
});

describe("writing CSV", () => {
  test("what is read back is what was written, save for formulas, which no spreadsheet would run", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1+1", "@x", "+45 33", "-5", 'a"b', "a,b\nc", " x ", "\t=1"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const { data } = Papa.parse<string[]>(writeCsv(rows).trimEnd(), { delimiter: ",", newline: "\r\n" });
        rows.forEach((row, y) => {
          row.forEach((text, x) => {
            const written = data[y]![x]!;
            expect(looksLikeFormula(written)).toBe(false);
            expect(written === text || written === `'${text}`).toBe(true);
          });
        });
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  faultyColumns,
  listFaults,
  movedCell,
  nextFault,
  previousFault,
  type ReviewCell,
  WHOLE_ROW,
} from "./next-fault";

const issue = (columnIndex: number) => ({
  ...(columnIndex !== WHOLE_ROW && { columnIndex }),
  column: `c${columnIndex}`,
  code: "invalid" as const,
  message: "wrong",
});
const row = (rowNumber: number, columns: number[], status = "invalid") => ({
  rowNumber,
  status,
  errors: columns.map(issue),
  warnings: [],
});
const rows = [row(2, []), row(3, [4, 1, 4]), row(4, [2], "skipped"), row(5, [WHOLE_ROW, 0])];

describe("walking from fault to fault", () => {
  it("goes left to right, line by line, past rows left out", () => {
    const walk: ReviewCell[] = [];
    for (let cell = nextFault(rows, undefined, "errors"); cell; cell = nextFault(rows, cell, "errors")) walk.push(cell);
    expect(walk).toEqual([
      { row: 1, column: 1 },
      { row: 1, column: 4 },
      { row: 3, column: WHOLE_ROW },
      { row: 3, column: 0 },
    ]);
  });

  it("begins anywhere, also at a cell that has just been put right", () => {
    expect(nextFault(rows, { row: 1, column: 2 }, "errors")).toEqual({ row: 1, column: 4 });
    expect(nextFault(rows, { row: 3, column: 0 }, "errors")).toBeUndefined();
    expect(previousFault(rows, { row: 3, column: WHOLE_ROW }, "errors")).toEqual({ row: 1, column: 4 });
    expect(previousFault(rows, { row: 1, column: 1 }, "errors")).toBeUndefined();
  });

  it("finds no warnings where there are only errors", () => {
    expect(nextFault(rows, undefined, "warnings")).toBeUndefined();
  });

  it("walks back exactly the way it came", () => {
    const anyRows = fc.array(
      fc.tuple(
        fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 4 }),
        fc.constantFrom("invalid", "skipped", "valid"),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyRows, (drawn) => {
        const list = drawn.map(([columns, status], index) => row(index + 2, columns, status));
        const there: ReviewCell[] = [];
        for (let cell = nextFault(list, undefined, "errors"); cell; cell = nextFault(list, cell, "errors"))
          there.push(cell);
        expect(there).toHaveLength(list.reduce((sum, each) => sum + faultyColumns(each, "errors").length, 0));
        const back: ReviewCell[] = [];
        for (let cell = there.at(-1); cell; cell = previousFault(list, cell, "errors")) back.push(cell);
        expect(back.reverse()).toEqual(there);
      }),
    );
  });
});

it("lists every complaint with its line", () => {
  expect(listFaults(rows, "errors").map(({ rowNumber, column }) => [rowNumber, column])).toEqual([
    [3, "c4"],
    [3, "c1"],
    [3, "c4"],
    [5, "c-1"],
    [5, "c0"],
  ]);
});

it("keeps arrows inside the grid, in the order columns are shown", () => {
  const columns = [3, 0, 5];
  expect(movedCell({ row: 0, column: 3 }, 4, columns, { column: 1 })).toEqual({ row: 0, column: 0 });
  expect(movedCell({ row: 0, column: 3 }, 4, columns, { column: -1 })).toEqual({ row: 0, column: WHOLE_ROW });
  expect(movedCell({ row: 3, column: 5 }, 4, columns, { column: 1, row: 1 })).toEqual({ row: 3, column: 5 });
});

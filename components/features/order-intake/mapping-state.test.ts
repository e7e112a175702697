import { describe, expect, it } from "vitest";
import { orderMappingSchema } from "@/server/domain/intake/order-columns";
import {
  assign,
  columnUse,
  confidenceWord,
  joinedWith,
  mappingProblems,
  missedFields,
  sampleValues,
} from "./mapping-state";

const headers = ["Ref", "First name", "Last name", "Street", "Shelf"];
const nothing = { fields: {}, custom: {} };
const guessed = { fields: { external_id: 0, name: [1, 2], address: 3 }, custom: {} };

describe("assigning columns", () => {
  it("tells what every column is for", () => {
    expect(columnUse(guessed, 0)).toEqual({ kind: "field", field: "external_id" });
    expect(columnUse(guessed, 2)).toEqual({ kind: "field", field: "name" });
    expect(columnUse(guessed, 4)).toEqual({ kind: "none" });
  });

  it("joins columns of one field in the file's order and takes them apart again", () => {
    const joined = assign(
      assign(nothing, 2, { kind: "field", field: "name" }, "Last name"),
      1,
      { kind: "field", field: "name" },
      "First name",
    );
    expect(joined.fields.name).toEqual([1, 2]);
    expect(joinedWith(joined, 1, headers)).toEqual(["Last name"]);
    expect(assign(joined, 1, { kind: "none" }, "First name").fields.name).toBe(2);
  });

  it("moves a column from one field to another without leaving a trace", () => {
    const moved = assign(guessed, 0, { kind: "field", field: "barcode" }, "Ref");
    expect(moved.fields).toEqual({ name: [1, 2], address: 3, barcode: 0 });
    expect(orderMappingSchema.safeParse(moved).success).toBe(true);
  });

  it("keeps unknown columns as custom fields, each under a name of its own", () => {
    const first = assign(nothing, 3, { kind: "custom" }, "Shelf");
    const both = assign(first, 4, { kind: "custom" }, "Shelf");
    expect(both.custom).toEqual({ Shelf: 3, "Shelf (5)": 4 });
    expect(columnUse(both, 4)).toEqual({ kind: "custom", name: "Shelf (5)" });
    const named = assign(both, 4, { kind: "custom", name: "shelf_no" }, "Shelf");
    expect(named.custom).toEqual({ Shelf: 3, shelf_no: 4 });
    expect(assign(both, 3, { kind: "none" }, "Shelf").custom).toEqual({ "Shelf (5)": 4 });
    expect(Object.keys(assign(nothing, 6, { kind: "custom" }, " ").custom)).toEqual(["Column 7"]);
  });
});

it("refuses a mapping without an address, and updating without a number", () => {
  expect(mappingProblems(guessed, "merge")).toEqual([]);
  expect(mappingProblems(nothing, "merge")).toHaveLength(1);
  expect(mappingProblems({ fields: { pickup_address: 3 }, custom: {} }, "update")).toHaveLength(1);
  expect(mappingProblems({ fields: { address: 3, lat: 1 }, custom: {} }, "merge")).toHaveLength(1);
});

it("names fields worth having that were not found, windows in one column or two", () => {
  expect(missedFields(guessed)).toEqual(["Postcode", "Phone", "Time windows"]);
  expect(missedFields({ fields: { ...guessed.fields, window_from: 4 }, custom: {} })).toEqual(["Postcode", "Phone"]);
});

it("shows different values, not the same one thrice", () => {
  const rows = [["a"], ["a"], [" "], [], ["b"], ["c"], ["d"]].map((cells) => ({ cells }));
  expect(sampleValues(rows, 0)).toEqual(["a", "b", "c"]);
  expect(sampleValues(rows, 9)).toEqual([]);
});

it.each([
  [1, "sure"],
  [0.7, "likely"],
  [0.5, "guess"],
  [undefined, null],
])("calls a confidence of %s %s", (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

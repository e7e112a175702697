import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CustomFieldDefinition,
  customFieldDefinitionSchema,
  customFieldsSchema,
  readCustomFields,
} from "./custom-fields";

const field = (given: object): CustomFieldDefinition => customFieldDefinitionSchema.parse({ kind: "text", ...given });
const FIELDS = [
  field({ name: "floor", kind: "number" }),
  field({ name: "goods", kind: "select", choices: ["Dry", "Cold"], isRequired: true, orderKinds: ["dropoff"] }),
  field({ name: "paid", kind: "boolean" }),
  field({ name: "gate", isRequired: true }),
];
const WHOLE = { gate: "B", goods: "Dry" };
const read = (values: Record<string, string | number | boolean>, terms: object = {}) =>
  readCustomFields(FIELDS, values, { kind: "dropoff", isWhole: true, ...terms });
const problems = (values: Record<string, string | number | boolean>, terms: object = {}) =>
  read(values, terms).faults.map(({ name, problem }) => `${name} ${problem}`);

describe("an order's own fields", () => {
  it("are kept in their own kind, whatever they were sent as", () => {
    expect(read({ ...WHOLE, floor: "2.5", paid: "True", goods: "cold", gate: 7 })).toEqual({
      values: { floor: 2.5, paid: true, goods: "Cold", gate: "7" },
      faults: [],
    });
  });

  it("are refused where they cannot be that", () => {
    expect(problems({ gate: "B", floor: "second", paid: "maybe", goods: "Wet" })).toEqual([
      "floor number",
      "paid boolean",
      "goods choice",
    ]);
  });

  it.each([1e300, -1e15, "1234567890123456", "0.1234567890"])(
    "are no number of more digits than are kept: %s",
    (floor) => {
      expect(problems({ ...WHOLE, floor })).toEqual(["floor digits"]);
    },
  );

  it("are asked for by kind of order, and only where all are asked for", () => {
    expect(problems({ gate: "  " })).toEqual(["goods required", "gate required"]);
    expect(problems({}, { kind: "pickup" })).toEqual(["gate required"]);
    expect(problems({}, { isWhole: false })).toEqual([]);
  });

  it("may stay as they were, and cannot be emptied", () => {
    expect(problems({ goods: "Wet" }, { before: { goods: "Wet" } })).toEqual([]);
    expect(problems({ goods: "Wet" }, { before: { goods: "Dry" } })).toEqual(["goods choice"]);
    expect(problems({ goods: "Dry" }, { before: WHOLE })).toEqual(["gate required"]);
  });

  it("may be others where nobody forbids it", () => {
    expect(problems({ ...WHOLE, colour: "red" })).toEqual([]);
    expect(problems({ ...WHOLE, colour: "red" }, { isClosed: true })).toEqual(["colour unknown"]);
  });

  it("read twice are the same", () => {
    const value = fc.oneof(fc.string({ maxLength: 12 }), fc.double({ noNaN: true }), fc.boolean());
    const values = fc.record({ floor: value, goods: value, paid: value, gate: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, (sent) => {
        const once = read(sent);
        const refused = new Set(once.faults.map(({ name }) => name));
        const good = Object.fromEntries(Object.entries(once.values).filter(([name]) => !refused.has(name)));
        expect(read(good, { isWhole: false })).toEqual({ values: good, faults: [] });
      }),
    );
  });
});

describe("a project's fields", () => {
  it.each([
    ["a choice of nothing", [{ name: "a", kind: "select" }]],
    ["a choice twice", [{ name: "a", kind: "select", choices: ["x", "x"] }]],
    [
      "one key in two spellings",
      [
        { name: "Floor", kind: "text" },
        { name: "floor", kind: "text" },
      ],
    ],
    ["no key", [{ name: " ", kind: "text" }]],
  ])("cannot have %s", (_, fields) => {
    expect(customFieldsSchema.safeParse(fields).success).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExportJson } from "./read-export-json";
import { understandExport } from "./understand-export";
import type { VendorExport } from "./vendor-export";

const VENDOR: VendorExport = {
  orders: {
    lists: ["stops"],
    fields: [
      { from: "stop_id", to: "external_id" },
      { from: "day", to: "service_date" },
      { from: "due", to: "service_date", read: (text) => Object.values(JSON.parse(text)).join("-") },
      { from: "first_name", to: "name" },
      { from: "last_name", to: "name" },
      { from: "location.address", to: "address" },
      { from: "duration", to: "service_minutes", read: (text) => String(Number(text) / 60) },
    ],
  },
  drivers: {
    lists: ["people"],
    fields: [
      { from: "stop_id", to: "external_id" },
      { from: "email", to: "driver_email" },
    ],
  },
};
const understand = (json: unknown) => understandExport(readExportJson(JSON.stringify(json))!, VENDOR);

describe("a vendor's export", () => {
  test("its list is found wherever it stands, its names become fields, its units ours", () => {
    const stop = {
      last_name: "Holm",
      first_name: "Ida",
      stop_id: 7,
      location: { address: "Bredgade 1" },
      duration: 300,
      colour: "red",
      nothing: null,
    };
    expect(
      understand({
        data: {
          plans: [
            { id: 1, stops: [stop] },
            { id: 2, stops: [stop] },
          ],
        },
      }),
    ).toEqual({
      kind: "orders",
      understood: [
        { from: "stop_id", to: "external_id" },
        { from: "first_name", to: "name" },
        { from: "last_name", to: "name" },
        { from: "location.address", to: "address" },
        { from: "duration", to: "service_minutes" },
      ],
      leftOut: ["colour"],
      headers: ["external_id", "name", "address", "service_minutes"],
      rows: [
        { line: 1, cells: ["7", "Ida Holm", "Bredgade 1", "5"] },
        { line: 2, cells: ["7", "Ida Holm", "Bredgade 1", "5"] },
      ],
    });
  });

  test("the day of the whole is the day of its parts; nothing else of it is theirs", () => {
    const plan = { day: "2031-03-03", stop_id: "plan", stops: [{ stop_id: 1 }] };
    expect(understand([plan])?.rows).toEqual([{ line: 1, cells: ["1", "2031-03-03"] }]);
    expect(understand([{ ...plan, day: "long".repeat(100) }])?.rows).toEqual([{ line: 1, cells: ["1"] }]);
  });

  test("a thing that is one value to its vendor is read as one; what it would not write stays as it is", () => {
    const stops = [
      { stop_id: 1, due: { year: 2031, month: 3, day: 4 } },
      { stop_id: 2, due: "soon" },
    ];
    const read = understand({ stops });
    expect(read?.rows.map(({ cells }) => cells[1])).toEqual(["2031-3-4", "soon"]);
    expect(read?.leftOut).toEqual([]);
  });

  test("a bare list is told by what is in it, a named one by its name", () => {
    expect(understand([{ stop_id: 1, "location.address": "x" }])?.kind).toBe("orders");
    expect(understand({ people: [{ stop_id: 1 }] })?.kind).toBe("drivers");
    expect(understand({ "Stop ID": 1, EMAIL: "a@b.c" })?.kind).toBe("drivers");
    expect(understand([{ other: 1 }])).toBeUndefined();
    expect(understand([1, 2])).toBeUndefined();
    expect(readExportJson("a,b\n1,2")).toBeUndefined();
  });

  test("things in things without end are no export", () => {
    const endless = `{"stops":[${'{"stop_id":'.repeat(100_000)}1${"}".repeat(100_000)}]}`;
    expect(readExportJson(endless)).toEqual([]);
  });

  test("whatever a JSON holds, every line has a cell for each heading", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom("stop_id", "email", "x"), fc.jsonValue())), (things) => {
        const read = understand({ stops: things });
        for (const { cells } of read?.rows ?? []) expect(cells).toHaveLength(read!.headers.length);
      }),
    );
  });
});

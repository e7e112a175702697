import { expect, test } from "vitest";
import { FLEET_FIELDS } from "@/server/domain/intake/fleet-columns";
import { foldText } from "@/server/domain/intake/fold-text";
import { ORDER_FIELDS } from "@/server/domain/intake/order-columns";
import { understandExport } from "@/server/domain/migration/understand-export";
import { DIALECTS } from "./registry";

test.each(DIALECTS)("$name: its export names each thing once, and every field is one of ours", ({ readExport }) => {
  for (const [table, ours] of [
    [readExport?.orders, ORDER_FIELDS],
    [readExport?.drivers, FLEET_FIELDS],
  ] as const) {
    const names = (table?.fields ?? []).map(({ from }) => foldText(from));
    expect(names).toEqual([...new Set(names)]);
    for (const { to, read } of table?.fields ?? []) {
      expect(ours).toContain(to);
      for (const text of ["", "x", "[1]", "{}", "12"]) expect(typeof safely(read, text)).toBe("string");
    }
  }
});

test("OptimoRoute's spreadsheets are understood by the headings its help names", () => {
  const { readExport } = DIALECTS.find(({ name }) => name === "optimoroute")!;
  const values = {
    "Order ID": "A-1",
    "Order type": "P",
    Date: "20/12/2031",
    "Address line": "393 Hanover St",
    "Town/City": "Boston",
    "ZIP code": "02113",
    "Country/Region": "US",
    "Time window from": "08:00",
    "Time window to": "15:00",
    "Load #1": "3",
  };
  const read = understandExport([{ name: null, records: [{ line: 2, values }] }], readExport!)!;
  const row = Object.fromEntries(read.headers.map((field, at) => [field, read.rows[0]!.cells[at]]));
  expect(row).toEqual({
    ...{ external_id: "A-1", kind: "pickup", service_date: "2031-12-20", weight_kg: "3" },
    ...{ address: "393 Hanover St", city: "Boston", postcode: "02113", country: "US" },
    ...{ window_from: "08:00", window_to: "15:00" },
  });
  expect(read.leftOut).toEqual([]);
});

/** What its vendor would never write may be refused by throwing. */
function safely(read: ((text: string) => string) | undefined, text: string): string {
  try {
    return read ? read(text) : text;
  } catch {
    return text;
  }
}

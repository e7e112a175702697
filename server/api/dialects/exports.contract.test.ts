import { expect, test } from "vitest";
import { FLEET_FIELDS } from "@/server/domain/intake/fleet-columns";
import { foldText } from "@/server/domain/intake/fold-text";
import { ORDER_FIELDS } from "@/server/domain/intake/order-columns";
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

/** What its vendor would never write may be refused by throwing. */
function safely(read: ((text: string) => string) | undefined, text: string): string {
  try {
    return read ? read(text) : text;
  } catch {
    return text;
  }
}

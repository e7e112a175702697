import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeAddress } from "@/server/domain/address/normalize-address";
import { streetLine } from "./street-line";

const nowhere = { postcode: "", city: "" };
const doorOf = (street: string) => {
  const { unit: _, ...door } = normalizeAddress({ street, ...nowhere });
  return door;
};

describe("a street with its second line", () => {
  test.each([
    ["Bredgade 1", "2. tv.", "Bredgade 1, 2. tv."],
    ["15 High Street", "Flat 2", "15 High Street, Flat 2"],
    ["Bredgade 1", " ", "Bredgade 1"],
    ["", "Flat 2", "Flat 2"],
    ["Bredgade 1", "1201 North Tower", "Bredgade 1 (1201 North Tower)"],
    ["Top Lane 3", "Back door; ring twice", "Top Lane 3 (Back door ring twice)"],
    ["Bredgade", "2. tv.", "2. tv., Bredgade"],
  ])("%s and %s are one line of the same door", (street, second, line) => {
    expect(streetLine(street, second, nowhere)).toBe(line);
    if (street) expect(doorOf(line)).toEqual(doorOf(street));
  });

  test("whatever stands in it, no other number is read than its street's", () => {
    const streets = fc.constantFrom("Bredgade", "Bredgade 1", "Calle Mayor, 5", "Hauptstr. 12b", "Amerika Plads");
    const seconds = fc.stringMatching(/^[0-9]{0,4}(th|\.)? ?[A-Za-z]{3,8}( [0-9]{1,4})?$/);
    fc.assert(
      fc.property(streets, seconds, (street, second) => {
        const line = streetLine(street, second, { postcode: "1260", city: "København K" });
        expect(line.replaceAll("-", " ")).toContain(second.trim());
        const { houseNumber } = doorOf(street);
        const read = doorOf(line).houseNumber;
        if (read !== undefined) expect(read).toEqual(houseNumber);
      }),
    );
  });

  test("one that is too long is cut behind, never the street", () => {
    const line = streetLine("Bredgade 1", "x".repeat(300), nowhere);
    expect(line).toHaveLength(200);
    expect(line).toMatch(/^Bredgade 1, x+$/);
  });
});

import { describe, expect, it } from "vitest";
import { ADDRESS_COLUMNS, type AddressField } from "./address-columns";
import { guessColumns } from "./guess-mapping";
import { validateAddressRow } from "./validate-address-row";

const check = (row: Partial<Record<AddressField, string>>) => {
  const headers = Object.keys(row);
  const { mapping } = guessColumns(ADDRESS_COLUMNS, headers);
  return validateAddressRow(Object.values(row), { headers, mapping, country: "DK" });
};

describe("an address book row", () => {
  it("becomes a door", () => {
    expect(
      check({
        street: "Bredgade",
        house_number: "74",
        postcode: "1260",
        city: "København K",
        lat: "55,6849",
        lon: "12,5937",
      }),
    ).toEqual({
      ok: true,
      entry: {
        street: "Bredgade",
        houseNumber: "74",
        postcode: "1260",
        city: "København K",
        country: "DK",
        position: { lat: 55.6849, lng: 12.5937 },
      },
      warnings: [],
    });
  });

  it.each([
    [{ street: "", lat: "55.6", lon: "12.5" }, ["street required"]],
    [{ street: "Bredgade", lat: "", lon: "" }, ["lat required"]],
    [{ street: "Bredgade", lat: "12.5", lon: "55.6" }, ["lat coordinates_swapped"]],
    [
      { street: "=1+1", postcode: "99999", country: "ZZ", lat: "95", lon: "12" },
      ["street formula", "postcode postcode_shape", "country unknown_country", "lat latitude_range"],
    ],
  ])("is refused with every reason: %j", (row, codes) => {
    const verdict = check(row);
    expect(verdict.ok ? [] : verdict.errors.map((error) => `${error.field} ${error.code}`).sort()).toEqual(
      [...codes].sort(),
    );
  });

  it("is found under the headings of national registers", () => {
    expect(
      guessColumns(ADDRESS_COLUMNS, ["vejnavn", "husnr", "postnr", "postdistrikt", "y", "x"]).mapping.fields,
    ).toEqual({
      street: 0,
      house_number: 1,
      postcode: 2,
      city: 3,
      lat: 4,
      lon: 5,
    });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "./fold-text";
import { formatHouseNumber } from "./house-number";
import { normalizeAddress, postcodeKey } from "./normalize-address";
import { streetKey } from "./street-key";

describe("normalizeAddress takes apart", () => {
  test.each<[country: string, line: string, street: string, number: string, unit: string | undefined]>([
    ["DK", "Bredgade 74", "Bredgade", "74", undefined],
    ["DK", "Bredgade 74B, 2. tv", "Bredgade", "74B", "2. tv"],
    ["DK", "Bredgade 74 B, st. th.", "Bredgade", "74B", "st. th."],
    ["DK", "Bredgade 74 2. tv", "Bredgade", "74", "2. tv"],
    ["DK", "Bredgade 74 2 tv", "Bredgade", "74", "2 tv"],
    ["DK", "Nørre Allé 19M", "Nørre Allé", "19M", undefined],
    ["DK", "10. Februar Vej 5", "10. Februar Vej", "5", undefined],
    ["DK", "Kalvebod Brygge 6-8", "Kalvebod Brygge", "6-8", undefined],
    ["DK", "A.C. Meyers Vænge 3", "A.C. Meyers Vænge", "3", undefined],
    ["SE", "Storgatan 12 lgh 1001", "Storgatan", "12", "lgh 1001"],
    ["NO", "Karl Johans gate 5 B", "Karl Johans gate", "5B", undefined],
    ["DE", "Straße des 17. Juni 135", "Straße des 17. Juni", "135", undefined],
    ["DE", "Hauptstr. 12a", "Hauptstr.", "12A", undefined],
    ["DE", "Hauptstraße 5 Hinterhaus", "Hauptstraße", "5", "Hinterhaus"],
    ["AT", "Mariahilfer Straße 45/2/7", "Mariahilfer Straße", "45", "/7"],
    ["CH", "Rue du Rhône 12", "Rue du Rhône", "12", undefined],
    ["LI", "Im alten Riet 103", "Im alten Riet", "103", undefined],
    ["NL", "1e Jan Steenstraat 12", "1e Jan Steenstraat", "12", undefined],
    ["NL", "Prinsengracht 263-267", "Prinsengracht", "263-267", undefined],
    ["BE", "Rue Neuve 5 bte 3", "Rue Neuve", "5", "bte 3"],
    ["FR", "12 rue de la Paix", "rue de la Paix", "12", undefined],
    ["FR", "12 bis, rue de la Paix", "rue de la Paix", "12 bis", undefined],
    ["FR", "2 Rue du 8 Mai 1945", "Rue du 8 Mai 1945", "2", undefined],
    ["FR", "12 Rue X", "Rue X", "12", undefined],
    ["ES", "Calle Mayor, 5, 3º B", "Calle Mayor", "5", "3º B"],
    ["ES", "Carrer de Mallorca 401, 2n 1a", "Carrer de Mallorca", "401", "2n 1a"],
    ["ES", "C/ Alcalá nº 42", "C/ Alcalá", "42", undefined],
    ["IT", "Via Roma 5, int. 3", "Via Roma", "5", "int. 3"],
    ["PL", "ul. Marszałkowska 12/5", "ul. Marszałkowska", "12", undefined],
    ["PL", "ul. Marszałkowska 12 m. 5", "ul. Marszałkowska", "12", "m. 5"],
    ["GB", "Flat 2, 15 High Street", "High Street", "15", "Flat 2"],
    ["GB", "221B Baker Street", "Baker Street", "221B", undefined],
    ["US", "350 5th Avenue", "5th Avenue", "350", undefined],
    ["US", "1600 Pennsylvania Ave NW", "Pennsylvania Ave NW", "1600", undefined],
    ["US", "123 Main St Apt 4", "Main St", "123", "Apt 4"],
    ["US", "123 Main St #4", "Main St", "123", "#4"],
    ["BR", "Avenida Paulista, 1578", "Avenida Paulista", "1578", undefined],
  ])("%s: %s", (_country, line, street, number, unit) => {
    const found = normalizeAddress({ street: line });
    expect(found.street).toBe(street);
    expect(found.houseNumber && formatHouseNumber(found.houseNumber)).toBe(number);
    expect(found.unit).toBe(unit);
  });

  test("a street without a number, and nothing at all", () => {
    expect(normalizeAddress({ street: "Vesterbrogade" })).toEqual({
      street: "Vesterbrogade",
      streetKey: "vesterbrogade",
    });
    expect(normalizeAddress({ street: "  " })).toEqual({ street: "", streetKey: "" });
  });

  test("postcode and town at the end of the line, unless they are given apart", () => {
    const line = "Bredgade 74, 2. tv, DK-1260 København K";
    expect(normalizeAddress({ street: line })).toMatchObject({
      street: "Bredgade",
      unit: "2. tv",
      postcode: "1260",
      cityKey: "kobenhavn k",
    });
    expect(normalizeAddress({ street: line, postcode: "1265", city: "Kbh" })).toMatchObject({
      postcode: "1265",
      cityKey: "kbh",
    });
  });

  test("never throws and never loses the text altogether", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (street) => {
        const found = normalizeAddress({ street });
        const kept = `${found.street}${found.unit ?? ""}${found.houseNumber ? "1" : ""}${found.postcode ?? ""}`;
        if (foldText(street) && !/c\/o/i.test(street)) expect(foldText(kept)).not.toBe("");
      }),
    );
  });
});

describe("keys", () => {
  test.each([
    ["Hauptstraße", "Hauptstr."],
    ["Nørre Allé", "NØRRE ALLE"],
    ["Sankt Peders Stræde", "Skt. Peders Straede"],
    ["Ążółć", "azolc"],
    ["Avinguda Diagonal", "Av. Diagonal"],
    ["Carrer Mallorca", "C/ Mallorca"],
    ["High Street", "High St."],
    ["L’Aquila", "L'Aquila"],
    ["St. Marks Road", "st marks rd"],
  ])("%s is %s", (one, other) => {
    expect(streetKey(one)).toBe(streetKey(other));
  });

  test("cautious abbreviations: a saint is no street, a doctor no drive", () => {
    expect(streetKey("St. Annæ Plads")).toBe("st annae plads");
    expect(streetKey("Dr. Tværgade")).toBe("dr tvaergade");
  });

  test("folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test("postcodes are compared without country, spaces and case", () => {
    expect(postcodeKey("DK-1260")).toBe("1260");
    expect(postcodeKey("112 34")).toBe("11234");
    expect(postcodeKey(" sw1a 1aa")).toBe("sw1a1aa");
  });
});

import { describe, expect, it } from "vitest";
import { customFieldDefinitionSchema } from "@/server/domain/custom-field/custom-fields";
import { FLEET_COLUMNS } from "./fleet-columns";
import { guessFleetMapping } from "./fleet-own-fields";
import { foldText } from "./fold-text";
import { guessColumns, guessMapping } from "./guess-mapping";
import { headerSignature } from "./header-signature";
import { ORDER_COLUMNS } from "./order-columns";

const guessed = (headers: string[], rows: string[][] = []) =>
  Object.fromEntries(
    Object.entries(guessMapping(headers, rows).mapping.fields).map(([field, ref]) => [
      field,
      [ref]
        .flat()
        .map((index) => headers[index as number])
        .join("+"),
    ]),
  );

describe("the catalogues", () => {
  it.each([
    ["orders", ORDER_COLUMNS],
    ["fleet", FLEET_COLUMNS],
  ])("of %s has every name once and in the form names are compared in", (_, columns) => {
    const aliases = columns.flatMap((column) => [
      foldText(column.key),
      ...column.aliases.filter((alias) => alias !== foldText(column.key)),
    ]);
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
    expect(aliases.filter((alias) => alias !== foldText(alias))).toEqual([]);
  });

  it("finds every field by its own key", () => {
    const headers = ORDER_COLUMNS.map((column) => column.key);
    const { mapping, confidence, unmapped } = guessMapping(headers);
    expect(mapping.fields).toEqual(Object.fromEntries(headers.map((key, index) => [key, index])));
    expect(Object.values(confidence).every((value) => value === 1)).toBe(true);
    expect(unmapped).toEqual([]);
  });
});

describe("headings people use", () => {
  it("English with spaces, camel case and pickup columns", () => {
    expect(
      guessed([
        "OrderID",
        "Customer Name",
        "customerPhone",
        "Delivery Address",
        "Zip Code",
        "Pickup Address",
        "Sender phone",
        "Latitude",
        "Longitude",
        "Weight (kg)",
        "Favourite colour",
      ]),
    ).toEqual({
      external_id: "OrderID",
      name: "Customer Name",
      phone: "customerPhone",
      address: "Delivery Address",
      postcode: "Zip Code",
      pickup_address: "Pickup Address",
      pickup_phone: "Sender phone",
      lat: "Latitude",
      lon: "Longitude",
      weight_kg: "Weight (kg)",
    });
  });

  it.each([
    [
      "German",
      [
        "Auftragsnummer",
        "Empfänger",
        "Straße",
        "Hausnr.",
        "PLZ",
        "Ort",
        "Zeitfenster",
        "Gewicht",
        "Telefonnummer",
        "Bemerkung",
      ],
      [
        "external_id",
        "name",
        "address",
        "house_number",
        "postcode",
        "city",
        "time_windows",
        "weight_kg",
        "phone",
        "notes",
      ],
    ],
    [
      "French",
      [
        "Numéro de commande",
        "Destinataire",
        "Adresse",
        "Code postal",
        "Ville",
        "Créneau horaire",
        "Poids (kg)",
        "Colis",
        "Courriel",
      ],
      ["external_id", "name", "address", "postcode", "city", "time_windows", "weight_kg", "parcels", "email"],
    ],
    [
      "Spanish",
      [
        "Nº pedido",
        "Cliente",
        "Dirección",
        "C.P.",
        "Población",
        "Franja horaria",
        "Peso",
        "Bultos",
        "Móvil",
        "Observaciones",
      ],
      ["external_id", "name", "address", "postcode", "city", "time_windows", "weight_kg", "parcels", "phone", "notes"],
    ],
    [
      "Danish",
      ["Ordrenr.", "Modtager", "Vej", "Husnr", "Postnr.", "By", "Tidsvindue", "Vægt", "Tlf.", "Bemærkninger"],
      [
        "external_id",
        "name",
        "address",
        "house_number",
        "postcode",
        "city",
        "time_windows",
        "weight_kg",
        "phone",
        "notes",
      ],
    ],
  ])("%s", (_, headers, fields) => {
    expect(guessed(headers)).toEqual(Object.fromEntries(fields.map((field, index) => [field, headers[index]])));
  });

  it("joins first and last names and address lines", () => {
    expect(guessed(["First name", "Last name", "Address line 1", "Address line 2", "City"])).toEqual({
      name: "First name+Last name",
      address: "Address line 1+Address line 2",
      city: "City",
    });
  });

  it("falls back on what the cells hold, and doubts a heading they contradict", () => {
    const rows = Array.from({ length: 5 }, (_, index) => [
      `u${index}@example.com`,
      `+4512345${index}78`,
      "08:00-10:00",
      "2026-11-21",
      "whatever",
    ]);
    expect(guessed(["a", "b", "c", "d", "e"], rows)).toEqual({
      email: "a",
      phone: "b",
      time_windows: "c",
      service_date: "d",
    });
    const { mapping, confidence } = guessMapping(
      ["email", "lat"],
      [
        ["Bredgade 74", "north"],
        ["Jagtvej 11", "south"],
      ],
    );
    expect(mapping.fields).toEqual({ email: 0, lat: 1 });
    expect(confidence).toEqual({ email: 0.5, lat: 0.5 });
  });

  it("gives no column to two fields", () => {
    const { mapping } = guessMapping(["Name", "Customer", "Phone", "Mobile", "Date", "Notes", "Comments"]);
    const used = Object.values(mapping.fields).flat();
    expect(new Set(used).size).toBe(used.length);
  });

  it("knows an own field by its name before another by its label", () => {
    const field = (name: string, label: string) => customFieldDefinitionSchema.parse({ name, label, kind: "text" });
    const fields = [field("licence", "Class"), field("class", "Size")];
    expect(guessMapping(["Class", "Size", "Licence"], [], fields).mapping.custom).toEqual({ class: 0, licence: 2 });
    const { custom } = guessFleetMapping(["Class", "custom.driver.licence"], [], { driver: fields, vehicle: [] });
    expect(custom).toEqual({ "custom.driver.class": 0, "custom.driver.licence": 1 });
  });

  it("leaves alone what sounds like a fourth load or emissions of a fleet file and is none", () => {
    const headers = ["Van", "Emissions class", "Takes pallets", "CO2"];
    const { mapping } = guessColumns(FLEET_COLUMNS, headers, [["VAN-1", "Euro 6", "yes", "180 g"]]);
    expect(mapping.fields).toEqual({ external_id: 0, co2_g_per_km: 3 });
  });

  it("maps a fleet file", () => {
    const { mapping } = guessColumns(FLEET_COLUMNS, ["Van", "Driver", "Plate", "Start", "End", "Capacity"]);
    expect(mapping.fields).toEqual({
      external_id: 0,
      driver_name: 1,
      vehicle_registration: 2,
      shift_from: 3,
      shift_to: 4,
      capacity_kg: 5,
    });
  });
});

describe("the signature of headings", () => {
  it("is the same for the same columns, however they are written", () => {
    expect(headerSignature(["Order ID", "Straße", ""])).toBe(headerSignature(["order_id", "STRASSE"]));
    expect(headerSignature(["a"])).toMatch(/^1-[0-9a-f]{16}$/);
  });

  it("differs when columns differ or move", () => {
    const signatures = [["a", "b"], ["b", "a"], ["ab"], ["a", "", "b"], ["a"], [], ["#"], ["%"]].map(headerSignature);
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});

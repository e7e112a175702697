import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customFieldDefinitionSchema } from "@/server/domain/custom-field/custom-fields";
import { deliveryInputSchema } from "@/server/domain/order/delivery-schema";
import { guessMapping } from "./guess-mapping";
import { ORDER_FIELDS, type OrderField, type OrderMapping, orderMappingSchema } from "./order-columns";
import { type IntakeDefaults, validateOrderRow } from "./validate-order-row";

const defaults: IntakeDefaults = { country: "DK", serviceSeconds: 180, zone: "Europe/Copenhagen" };

/** A row given by field, through a mapping of exactly these columns; headings are the fields in capitals. */
function check(row: Partial<Record<OrderField, string>>, more: Partial<IntakeDefaults> = {}) {
  const fields = Object.keys(row) as OrderField[];
  const mapping: OrderMapping = {
    fields: Object.fromEntries(fields.map((field, index) => [field, index])),
    custom: {},
  };
  const headers = fields.map((field) => field.toUpperCase());
  return validateOrderRow(Object.values(row), { headers, mapping, defaults: { ...defaults, ...more } });
}

function deliveryOf(...args: Parameters<typeof check>) {
  const verdict = check(...args);
  if (!verdict.ok) throw new Error(verdict.errors.map((error) => error.message).join(" "));
  return verdict.delivery;
}

function codesOf(...args: Parameters<typeof check>) {
  const verdict = check(...args);
  return verdict.ok ? [] : verdict.errors.map((error) => `${error.column} ${error.code}`.trim());
}

function warningsOf(...args: Parameters<typeof check>) {
  return check(...args).warnings.map((warning) => `${warning.column} ${warning.code}`.trim());
}

describe("a good row", () => {
  it("becomes the delivery it describes, in the system's units", () => {
    const delivery = deliveryOf(
      {
        external_id: "A-1",
        name: "Anna Holm",
        phone: "12 34 56 78",
        email: "anna@example.com",
        address: "Bredgade",
        house_number: "74",
        postcode: "DK-1260",
        city: "København K",
        country: "Danmark",
        lat: "55,6849",
        lon: "12,5937",
        time_windows: "08:00-10:00;16:00-20:00",
        service_minutes: "2,5",
        weight_kg: "1 200 g",
        volume_l: "0.5 m3",
        parcels: "2",
        load4: "1",
        priority: "hoch",
        skills: "COLD; fragile",
        features: "lift",
        tags: "vip, new",
        notes: "- ring twice",
        instructions: "Code 4412",
        barcode: "111;222",
        service_date: "21.11.2026",
      },
      { knownSkills: new Set(["cold", "fragile"]) },
    );
    expect(delivery).toEqual({
      kind: "dropoff",
      externalId: "A-1",
      serviceDate: "2026-11-21",
      priority: "high",
      loads: [1200, 500_000, 2, 1],
      skills: ["cold", "fragile"],
      features: ["lift"],
      tags: ["vip", "new"],
      notes: "- ring twice",
      notificationPreference: "both",
      allowedDays: {},
      customFields: {},
      serviceLevel: "standard",
      source: "",
      sourceId: "",
      orderRef: "",
      area: "",
      metadata: {},
      extensions: {},
      items: [
        { description: "", barcode: "111", quantity: 1 },
        { description: "", barcode: "222", quantity: 1 },
      ],
      dropoff: {
        address: { street: "Bredgade 74", postcode: "1260", city: "København K", country: "DK" },
        position: { lat: 55.6849, lng: 12.5937 },
        contact: { name: "Anna Holm", phone: "+4512345678", email: "anna@example.com" },
        windows: [
          { fromSeconds: 28_800, toSeconds: 36_000 },
          { fromSeconds: 57_600, toSeconds: 72_000 },
        ],
        windowSemantics: "start",
        serviceSeconds: 150,
        instructions: "Code 4412",
        tasks: [],
      },
    });
  });

  it("needs nothing but an address", () => {
    const delivery = deliveryOf({ address: "Bredgade 74" }, { serviceDate: "2026-11-21" });
    expect(delivery).toMatchObject({
      serviceDate: "2026-11-21",
      loads: [0, 0, 1, 0],
      dropoff: { serviceSeconds: 180, address: { country: "DK" } },
    });
    expect(delivery.externalId).toBeUndefined();
    expect(check({ address: "Bredgade 74" }).warnings).toEqual([]);
  });

  it("writes the house number where the country has it", () => {
    const street = (country: string, address = "Main Street") =>
      deliveryOf({ address, house_number: "74", country }).dropoff!.address.street;
    expect(street("GB")).toBe("74 Main Street");
    expect(street("DK", "Bredgade 74")).toBe("Bredgade 74");
    expect(street("ES", "Carrer Major")).toBe("Carrer Major 74");
  });

  it("joins several columns into one field and keeps custom ones", () => {
    const verdict = validateOrderRow(["Anna", "Holm", "Bredgade 74", "2. tv", "red", ""], {
      headers: ["first", "last", "line 1", "line 2", "colour", "empty"],
      mapping: { fields: { name: [0, 1], address: [2, 3] }, custom: { colour: 4, empty: 5 } },
      defaults,
    });
    expect(verdict).toMatchObject({
      ok: true,
      delivery: {
        customFields: { colour: "red" },
        dropoff: { contact: { name: "Anna Holm" }, address: { street: "Bredgade 74, 2. tv" } },
      },
    });
  });

  it("reads the project's own fields in their kind, and asks for those it requires", () => {
    const own = [
      { name: "floor", kind: "number" },
      { name: "goods", label: "Kind of goods", kind: "select", choices: ["Dry", "Cold"], isRequired: true },
      { name: "paid", kind: "boolean" },
    ].map((each) => customFieldDefinitionSchema.parse(each));
    const headers = ["address", "Floor", "kindOfGoods", "Paid?"];
    const { mapping } = guessMapping(headers, [], own);
    expect(mapping.custom).toEqual({ floor: 1, goods: 2, paid: 3 });
    const read = (cells: readonly string[], more: Partial<IntakeDefaults> = {}) => {
      const file = { headers, mapping, defaults: { ...defaults, customFields: own, ...more } };
      const verdict = validateOrderRow(cells, file);
      return verdict.ok ? verdict.delivery.customFields : verdict.errors.map(({ column, code }) => `${column} ${code}`);
    };
    expect(read(["Bredgade 74", "2,5", "cold", "yes"])).toEqual({ floor: 2.5, goods: "Cold", paid: true });
    expect(read(["Bredgade 74", "up", "wet", "perhaps"])).toEqual([
      "Floor not_a_number",
      "kindOfGoods not_a_choice",
      "Paid? not_yes_or_no",
    ]);
    expect(read(["Bredgade 74", "", "", ""])).toEqual(["kindOfGoods required"]);
    expect(read(["Bredgade 74", "", "", ""], { isOnlyUpdating: true })).toEqual({});
  });

  it("keeps what an order has in its own fields as it is, though the fields have changed since", () => {
    const own = [
      { name: "goods", kind: "select", choices: ["Dry", "Cold"] },
      { name: "floor", kind: "number", isRequired: true },
    ].map((each) => customFieldDefinitionSchema.parse(each));
    const keptFields = new Map([["A-1", { goods: "Frozen" }]]);
    const headers = ["external_id", "address", "goods", "floor"];
    const file = {
      headers,
      mapping: guessMapping(headers, [], own).mapping,
      defaults: { ...defaults, customFields: own },
    };
    const read = (...cells: string[]) => {
      const verdict = validateOrderRow(cells, { ...file, defaults: { ...file.defaults, keptFields } });
      return verdict.ok ? verdict.delivery.customFields : verdict.errors.map(({ column, code }) => `${column} ${code}`);
    };
    expect(read("A-1", "Bredgade 74", "Frozen", "")).toEqual({ goods: "Frozen" });
    expect(read("A-1", "Bredgade 74", "Wet", "")).toEqual(["goods not_a_choice"]);
    expect(read("A-2", "Bredgade 74", "Frozen", "")).toEqual(["goods not_a_choice", "floor required"]);
  });

  it("reads windows from two columns, with dates and offsets, and takes the day from them", () => {
    const windows = (from: string, to: string) =>
      deliveryOf({ address: "Bredgade 74", window_from: from, window_to: to });
    expect(windows("08:00", "").dropoff!.windows).toEqual([{ fromSeconds: 28_800, toSeconds: 86_400 }]);
    expect(windows("", "10:00").dropoff!.windows).toEqual([{ fromSeconds: 0, toSeconds: 36_000 }]);
    expect(windows("2026-11-21T07:00:00Z", "2026-11-21T09:00:00Z")).toMatchObject({
      serviceDate: "2026-11-21",
      dropoff: { windows: [{ date: "2026-11-21", fromSeconds: 28_800, toSeconds: 36_000 }] },
    });
    expect(windows("2026-11-21 22:00", "2026-11-22 02:00").dropoff!.windows).toEqual([
      { date: "2026-11-21", fromSeconds: 79_200, toSeconds: 93_600 },
    ]);
    expect(codesOf({ address: "Bredgade 74", window_from: "2026-11-21 08:00", window_to: "2026-11-25 10:00" })).toEqual(
      ["WINDOW_TO window_backwards"],
    );
    expect(codesOf({ address: "Bredgade 74", window_from: "12:00", window_to: "10:00" })).toEqual([
      "WINDOW_TO window_backwards",
    ]);
  });
});

describe("pickups and pairs", () => {
  it("follow from the stops given, or from the kind", () => {
    expect(deliveryOf({ address: "Bredgade 74", pickup_address: "Jagtvej 11", pickup_name: "Shop" })).toMatchObject({
      kind: "pair",
      pickup: { address: { street: "Jagtvej 11" }, contact: { name: "Shop" } },
      dropoff: { address: { street: "Bredgade 74" } },
    });
    expect(deliveryOf({ address: "", pickup_address: "Jagtvej 11" })).toMatchObject({ kind: "pickup", pickup: {} });
    expect(deliveryOf({ kind: "collection", address: "Jagtvej 11" })).toMatchObject({
      kind: "pickup",
      pickup: { address: { street: "Jagtvej 11" } },
    });
    expect(deliveryOf({ kind: "task", address: "Jagtvej 11" })).toMatchObject({ kind: "task", loads: [0, 0, 0, 0] });
    expect(codesOf({ kind: "pair", address: "Bredgade 74", pickup_address: "" })).toEqual(["PICKUP_ADDRESS required"]);
    expect(codesOf({ kind: "pair", address: "Bredgade 74" })).toEqual(["required"]);
  });
});

describe("a bad row", () => {
  it("has all its faults told at once, each at its column", () => {
    expect(
      codesOf(
        {
          external_id: "",
          name: "=1+1",
          phone: "12345",
          email: "x",
          address: "",
          postcode: "99999",
          country: "Denmark",
          lat: "95.1",
          lon: "200",
          time_windows: "25:00-26:00",
          service_minutes: "1e9",
          weight_kg: "-4",
          volume_l: "much",
          parcels: "1.5",
          priority: "URGENT!!",
          skills: "no-such-skill",
          kind: "teleport",
          service_date: "03/04/2026",
        },
        { knownSkills: new Set(["cold"]) },
      ).sort(),
    ).toEqual([
      "ADDRESS required",
      "EMAIL email",
      "EXTERNAL_ID required",
      "KIND unknown_kind",
      "LAT latitude_range",
      "LON longitude_range",
      "NAME formula",
      "PARCELS not_whole",
      "PHONE phone",
      "POSTCODE postcode_shape",
      "PRIORITY unknown_priority",
      "SERVICE_DATE ambiguous_date",
      "SERVICE_MINUTES too_large",
      "SKILLS unknown_skill",
      "TIME_WINDOWS bad_time",
      "VOLUME_L not_a_number",
      "WEIGHT_KG negative",
    ]);
  });

  it("carries the value, the column's place and a sentence", () => {
    const verdict = check({ address: "Bredgade 74", lat: "95.1", lon: "12.5" });
    expect(verdict).toMatchObject({
      ok: false,
      errors: [
        {
          field: "lat",
          column: "LAT",
          columnIndex: 1,
          value: "95.1",
          message: "Latitude 95.1 is outside −90…90. Check the number.",
        },
      ],
    });
  });

  it("tells swapped coordinates from wrong ones and from far ones", () => {
    const at = (lat: string, lon: string, more: Partial<IntakeDefaults> & { country?: string } = {}) =>
      [{ address: "X 1", lat, lon }, more] as const;
    expect(codesOf(...at("12.5683", "55.6761"))).toEqual(["LAT coordinates_swapped"]);
    expect(codesOf(...at("-122.4", "37.7", { country: "US" }))).toEqual(["LAT coordinates_swapped"]);
    expect(codesOf(...at("2.1", "41.3", { country: "KE", serviceArea: [1.9, 41.2, 2.3, 41.5] }))).toEqual([
      "LAT coordinates_swapped",
    ]);
    expect(codesOf(...at("0", "0"))).toEqual(["LAT coordinates_zero"]);
    expect(codesOf(...at("55.6", ""))).toEqual(["LON coordinates_incomplete"]);
    expect(codesOf(...at("abc", "12.5"))).toEqual(["LAT not_a_number"]);
    expect(warningsOf(...at("48.85", "2.35"))).toEqual(["LAT outside_country"]);
    expect(warningsOf(...at("57.0", "9.9", { serviceArea: [12.4, 55.5, 12.7, 55.8] }))).toEqual([
      "LAT outside_service_area",
    ]);
    expect(warningsOf(...at("55.68", "12.57", { serviceArea: [12.4, 55.5, 12.7, 55.8] }))).toEqual([]);
    expect(warningsOf(...at("55.61", "13.0", { serviceArea: [12.4, 55.5, 13.1, 55.8] }))).toEqual([]);
  });

  it("tells a line that ends early from one with too much, by the columns that matter", () => {
    const file = {
      headers: ["address", "name", "ignored"],
      mapping: { fields: { address: 0, name: 1 }, custom: {} } as OrderMapping,
      defaults,
    };
    const codes = (cells: string[]) => {
      const verdict = validateOrderRow(cells, file);
      return verdict.ok ? [] : verdict.errors.map((error) => error.code);
    };
    expect(codes(["Bredgade 74"])).toEqual(["missing_cells"]);
    expect(codes(["Bredgade 74", "Ann"])).toEqual([]);
    expect(codes(["Bredgade 74", "Ann", "", "", ""])).toEqual([]);
    expect(codes(["Bredgade 74", "Ann", "", "", "5"])).toEqual(["surplus_cells"]);
    expect(codes([])).toEqual(["missing_cells"]);
  });

  it("warns of what will be hard, and only where the file speaks of it", () => {
    expect(warningsOf({ address: "Vesterbrogade", phone: "", email: "" })).toEqual([
      "ADDRESS no_house_number",
      "PHONE no_contact",
    ]);
    expect(warningsOf({ address: "Vesterbrogade", lat: "55.67", lon: "12.55" })).toEqual([]);
    expect(codesOf({ name: "Ann" })).toEqual(["required"]);
  });
});

describe("every row", () => {
  it("gives a delivery the schema takes or at least one error, whatever its cells hold", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("", "1", "-1", "0", "55.6", "12.5", "08:00-10:00", "2026-11-21", "DK", "=1", "x".repeat(5000)),
    );
    const mapping = orderMappingSchema.parse({
      fields: Object.fromEntries(ORDER_FIELDS.map((field, index) => [field, index])),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 0, maxLength: ORDER_FIELDS.length + 2 }), (cells) => {
        const verdict = validateOrderRow(cells, { headers: ORDER_FIELDS, mapping, defaults });
        if (verdict.ok) expect(deliveryInputSchema.safeParse(verdict.delivery).success).toBe(true);
        else expect(verdict.errors.length).toBeGreaterThan(0);
        // "invalid" is for what no cell rule foresaw.
        if (!verdict.ok) expect(verdict.errors.map((error) => error.code)).not.toContain("invalid");
      }),
      { numRuns: 300 },
    );
  });
});

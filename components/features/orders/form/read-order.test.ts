import { describe, expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { customFieldDefinitionSchema } from "@/server/domain/custom-field/custom-fields";
import { deliveryInputSchema } from "@/server/domain/order/delivery-schema";
import { mergeDraft } from "@/server/domain/order/merge-draft";
import { DEFAULT_LOAD_DIMENSIONS } from "@/server/domain/project/project-schema";
import { shownUnits } from "@/server/domain/unit/shown-units";
import { emptyOrder, orderDraft } from "./order-draft";
import { changesTo, readOrder, readPhone } from "./read-order";

const t = wordsFor("orderForm");
const project = {
  defaultCountry: "DK",
  defaultServiceSeconds: 180,
  loadDimensions: DEFAULT_LOAD_DIMENSIONS,
  customFieldDefinitions: [],
  weightUnit: shownUnits("km", "kg").weight,
};
const blank = emptyOrder(project, "2026-03-09");
const filled = {
  ...blank,
  externalId: "A-1",
  loads: ["2,5", "12", "2", ""],
  dropoff: { ...blank.dropoff, name: "Anna Holm", phone: "12 34 56 78", street: "Bredgade 74", postcode: "1260" },
};

const OWN_FIELDS = [
  { name: "floor", kind: "number" },
  { name: "goods", kind: "select", choices: ["Dry", "Cold"], isRequired: true },
].map((each) => customFieldDefinitionSchema.parse(each));
const withFields = { ...project, customFieldDefinitions: OWN_FIELDS };

const errorsOf = (draft: typeof blank) => {
  const read = readOrder(t, draft, project);
  return read.ok ? {} : read.errors;
};

const kept = deliveryInputSchema.parse({
  kind: "pair",
  externalId: "A-1",
  serviceDate: "2026-03-09",
  allowedDays: {
    weekdays: ["monday", "friday"],
    toDate: "2026-04-01",
    spans: [{ from: "2026-03-09T08:30:15" }, { from: "2026-03-10T00:00:00", to: "2026-03-20T12:00:00" }],
  },
  loads: [2500, 0, 2, 0],
  tags: ["vip"],
  notificationPreference: "email",
  customFields: { floor: 3, door: "left", paid: true },
  items: [{ description: "Box", barcode: "400", quantity: 2, weightGrams: 1250 }],
  pickup: { address: { street: "Nyhavn 1", country: "DK" } },
  dropoff: {
    address: { street: "Bredgade 74", postcode: "1260", country: "DK" },
    contact: { name: "Anna", phone: "+4512345678", email: "anna@example.com" },
    windows: [{ fromSeconds: 79_200, toSeconds: 93_600 }],
    tasks: [{ kind: "photo", label: "The door", required: true }],
  },
});

describe("a project's own fields", () => {
  it("are written in fields of their own, the others beside them", () => {
    const draft = orderDraft(kept, withFields);
    expect(draft.ownFields).toEqual({ floor: "3" });
    expect(draft.customFields.map(({ name }) => name)).toEqual(["door", "paid"]);
    const written = { ...draft, ownFields: { floor: "3,5", goods: "Cold" } };
    const read = readOrder(t, written, withFields, kept);
    expect(read.ok && read.input.customFields).toEqual({ floor: 3.5, goods: "Cold", door: "left", paid: true });
  });

  it("are asked for where they are required, and refused as what they are not", () => {
    const wrong = { ...filled, ownFields: { floor: "up" }, customFields: [{ key: "c", name: "goods", value: "Dry" }] };
    const read = readOrder(t, wrong, withFields);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(["ownFields.floor", "ownFields.goods", "customFields.0"]);
    expect(readOrder(t, orderDraft(kept, withFields), withFields, kept).ok).toBe(true);
  });
});

describe("reading", () => {
  it("takes what people type: national phone numbers, decimal commas, minutes", () => {
    const read = readOrder(t, filled, project);
    expect(read).toMatchObject({
      ok: true,
      input: {
        kind: "dropoff",
        loads: [2500, 12_000, 2, 0],
        dropoff: { contact: { phone: "+4512345678" }, serviceSeconds: 180, address: { country: "DK" } },
      },
    });
    expect(read.ok && read.input.pickup).toBeUndefined();
  });

  it("names every field at fault by its own path", () => {
    const errors = errorsOf({
      ...filled,
      loads: ["heavy", "", "", ""],
      items: [{ key: "i", description: "", barcode: "", quantity: "0", weight: "" }],
      customFields: [{ key: "c", name: "", value: "x" }],
      dropoff: {
        ...filled.dropoff,
        street: " ",
        phone: "123",
        email: "anna(at)example",
        serviceMinutes: "a while",
        windows: [{ key: "w", date: "", from: "08:00", to: "" }],
        tasks: [{ key: "t", kind: "photo", label: "", required: false, options: [] }],
      },
    });
    expect(Object.keys(errors).sort()).toEqual([
      "customFields.0",
      "dropoff.address.street",
      "dropoff.contact.email",
      "dropoff.contact.phone",
      "dropoff.serviceSeconds",
      "dropoff.tasks.0.label",
      "dropoff.windows.0",
      "items.0.quantity",
      "loads.0",
    ]);
    expect(errors["dropoff.contact.email"]).toBe("This is not an e-mail address.");
  });

  it("takes the days it may be made as browsers write them, and names a range that ends before it begins", () => {
    const allowedDays = {
      weekdays: [5, 1],
      fromDate: "2026-03-09",
      toDate: "",
      spans: [
        { key: "a", from: "2026-03-09T08:30", to: "" },
        { key: "b", from: "", to: "" },
      ],
    };
    const read = readOrder(t, { ...filled, allowedDays }, project);
    expect(read.ok && read.input.allowedDays).toEqual({
      weekdays: ["monday", "friday"],
      fromDate: "2026-03-09",
      spans: [{ from: "2026-03-09T08:30:00" }],
    });
    const backward = {
      ...allowedDays,
      toDate: "2026-03-01",
      spans: [{ key: "a", from: "2026-03-09T08:30", to: "2026-03-08T08:30" }],
    };
    expect(Object.keys(errorsOf({ ...filled, allowedDays: backward })).sort()).toEqual([
      "allowedDays.spans.0.to",
      "allowedDays.toDate",
    ]);
    const every = readOrder(
      t,
      { ...filled, allowedDays: { ...allowedDays, weekdays: [1, 2, 3, 4, 5, 6, 7] } },
      project,
    );
    expect(every.ok && every.input.allowedDays.weekdays).toBeUndefined();
  });

  it("asks of a pair for both addresses, of a pickup only for its own", () => {
    expect(Object.keys(errorsOf({ ...filled, kind: "pair" }))).toEqual(["pickup.address.street"]);
    expect(Object.keys(errorsOf({ ...filled, kind: "pickup" }))).toEqual(["pickup.address.street"]);
  });

  it("leaves an empty phone empty and says what is wrong with others", () => {
    expect(readPhone(t, "  ", "DK")).toEqual({ phone: "" });
    expect(readPhone(t, "0045 12345678", "DK")).toEqual({ phone: "+4512345678" });
    expect(readPhone(t, "call me", "DK").error).toContain("not a phone number");
  });
});

describe("editing", () => {
  it("gives back exactly the kept order when nothing was touched, types of custom fields included", () => {
    const read = readOrder(t, orderDraft(kept, project), project, kept);
    expect(read).toEqual({ ok: true, input: kept });
  });

  it("sends changes that turn the kept order into the one written, emptied fields included", () => {
    const before = orderDraft(kept, project);
    const read = readOrder(
      t,
      {
        ...before,
        kind: "dropoff",
        externalId: "",
        serviceDate: "",
        allowedDays: { ...before.allowedDays, weekdays: [], spans: before.allowedDays.spans.slice(1) },
        customFields: before.customFields.slice(0, 1),
      },
      project,
      kept,
    );
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    expect(mergeDraft(kept, changesTo(kept, read.input))).toEqual(read.input);
  });
});

describe("an order typed in pounds and cubic feet", () => {
  it("is kept in grams and millilitres, and reads as it was typed", () => {
    const imperial = wordsFor("orderForm", { distanceUnit: "mi", weightUnit: "lb" });
    const { loads, units } = imperial.format;
    const typedIn = { ...project, loadDimensions: loads(DEFAULT_LOAD_DIMENSIONS), weightUnit: units.weight };
    const items = [{ key: "i0", description: "Lamp", barcode: "", quantity: "1", weight: "12.3" }];
    const read = readOrder(imperial, { ...filled, loads: ["55.5", "1.25", "2", ""], items }, typedIn);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    expect(read.input).toMatchObject({ loads: [25_174, 35_396, 2, 0], items: [{ weightGrams: 5579 }] });
    const again = orderDraft(read.input, typedIn);
    expect(again.loads).toEqual(["55.5", "1.25", "2", ""]);
    expect(again.items[0]!.weight).toBe("12.3");
  });
});

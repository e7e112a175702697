import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideChange, decideUpsert, parseDelivery } from "./decide-upsert";
import { type DeliveryInput, deliveryInputSchema, UPSERT_MODES } from "./delivery-schema";
import { mergeDraft, sameJson } from "./merge-draft";
import type { StoredDelivery } from "./stored-delivery";

const project = { id: "p1", defaultCountry: "DK", customFieldDefinitions: [] };
const parse = (raw: object): DeliveryInput => {
  const parsed = parseDelivery(raw, project);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.input;
};
const door = (street: string, more: object = {}) => ({ address: { street, postcode: "1260", city: "" }, ...more });
const stored = (input: DeliveryInput, more: Partial<StoredDelivery> = {}): StoredDelivery => ({
  id: "d1",
  projectId: "p1",
  status: "requested",
  trackingCode: "0",
  partnerId: null,
  version: 1,
  createdAt: "",
  updatedAt: "",
  input,
  visits: [{ id: "v1", role: "dropoff", locationId: "l1", position: null, confidence: "pending", source: "" }],
  route: null,
  joinedWithId: null,
  ...more,
});
const known = parse({ externalId: "A", notes: "ring", tags: ["x"], dropoff: door("Bredgade 1") });

describe("deciding what a sent delivery means", () => {
  test.each([
    ["create", true, "refused"],
    ["create", false, "create"],
    ["update", true, "unchanged"],
    ["update", false, "refused"],
    ["merge", true, "unchanged"],
    ["merge", false, "create"],
    ["replace", true, "unchanged"],
    ["replace", false, "create"],
  ] as const)("%s of a number that is known: %s", (mode, isKnown, kind) => {
    expect(decideUpsert(mode, known, isKnown ? stored(known) : undefined, project).kind).toBe(kind);
  });

  test("merging keeps what is not given, replacing keeps nothing", () => {
    const draft = { externalId: "A", dropoff: door("Bredgade 1"), priority: "high" as const };
    const merged = decideUpsert("merge", draft, stored(known), project);
    expect(merged).toMatchObject({ kind: "change", next: { notes: "ring", tags: ["x"], priority: "high" } });
    const replaced = decideUpsert("replace", draft, stored(known), project);
    expect(replaced).toMatchObject({ kind: "change", next: { notes: "", tags: [], priority: "high" } });
  });

  test("a number of another project is refused whatever the mode", () => {
    for (const mode of UPSERT_MODES) {
      const decision = decideUpsert(mode, known, stored(known, { projectId: "p2" }), project);
      expect(decision).toMatchObject({ kind: "refused", reason: "other_project" });
    }
  });

  test("a finished delivery takes the same again, but no change", () => {
    const finished = stored(known, { status: "delivered" });
    expect(decideChange(finished, known).kind).toBe("unchanged");
    expect(decideChange(finished, { ...known, notes: "x" })).toMatchObject({ kind: "refused", reason: "closed" });
  });

  test("a pin outranks the position that is sent with the same address, not with another", () => {
    const visits = [{ ...stored(known).visits[0]!, confidence: "pinned" as const, position: { lat: 55, lng: 12 } }];
    const pinned = stored(known, { visits });
    const sent = parse({ ...known, dropoff: door("Bredgade 1", { position: { lat: 1, lng: 1 } }) });
    expect(decideChange(pinned, sent).kind).toBe("unchanged");
    const elsewhere = parse({ ...known, dropoff: door("Bredgade 2", { position: { lat: 1, lng: 1 } }) });
    expect(decideChange(pinned, elsewhere)).toMatchObject({ next: { dropoff: { position: { lat: 1, lng: 1 } } } });
  });
});

const text = fc.string({ maxLength: 12 });
const delivery = fc
  .record({
    notes: text,
    tags: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
    street: fc.constantFrom("Bredgade 1", "Nørregade 2"),
    position: fc.option(fc.constantFrom({ lat: 55.1, lng: 12.1 }, { lat: 55.2, lng: 12.2 }), { nil: undefined }),
    serviceSeconds: fc.integer({ min: 0, max: 3600 }),
  })
  .map(({ notes, tags, street, position, serviceSeconds }) =>
    parse({ externalId: "A", notes, tags, dropoff: door(street, { position, serviceSeconds }) }),
  );

describe("laying a draft over a delivery", () => {
  test("a whole delivery as draft gives itself, an empty one changes nothing, and twice is once", () => {
    fc.assert(
      fc.property(delivery, delivery, (base, draft) => {
        const once = deliveryInputSchema.parse(mergeDraft(base, draft));
        expect(mergeDraft(base, {})).toEqual(base);
        expect(sameJson(deliveryInputSchema.parse(mergeDraft(once, draft)), once)).toBe(true);
        const { position: _, ...rest } = once.dropoff!;
        const { position: __, ...wanted } = draft.dropoff!;
        expect({ ...once, dropoff: rest }).toEqual({ ...draft, dropoff: wanted });
        const isSameStreet = base.dropoff!.address.street === draft.dropoff!.address.street;
        const kept = isSameStreet ? base.dropoff!.position : undefined;
        expect(once.dropoff!.position).toEqual(draft.dropoff!.position ?? kept);
      }),
    );
  });

  test("null empties an optional field", () => {
    expect(mergeDraft({ ...known, serviceDate: "2026-11-21" }, { serviceDate: null })).not.toHaveProperty(
      "serviceDate",
    );
  });
});

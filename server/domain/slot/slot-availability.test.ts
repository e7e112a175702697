import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSlots, type SlotBook, whyNotBookable } from "./slot-availability";
import {
  availabilityRequestSchema,
  type SlotOffer,
  type SlotZone,
  slotKey,
  slotKeySchema,
  slotOfferSchema,
  slotZoneSchema,
} from "./slot-schema";
import { isInside, zoneOfAddress } from "./slot-zone";

const ID = (digit: number) => `00000000-0000-8000-8000-00000000000${digit}`;
const HOUR = 3600;
const square = [
  { lat: 55, lng: 12 },
  { lat: 55, lng: 13 },
  { lat: 56, lng: 13 },
  { lat: 56, lng: 12 },
];
const zone = (digit: number, area: unknown): SlotZone => ({
  id: ID(digit),
  ...slotZoneSchema.parse({ name: "Z", area }),
});
const city = zone(1, { kind: "postcodes", prefixes: ["12", "DK-13"] });
const old = zone(2, { kind: "postcodes", prefixes: ["126"] });
const around = zone(3, { kind: "polygon", corners: square });
const offer = (change: Partial<SlotOffer> = {}): SlotOffer => ({
  ...slotOfferSchema.parse({
    zoneId: city.id,
    serviceLevel: "standard",
    weekdays: [1, 2, 3, 4, 5],
    fromSeconds: 8 * HOUR,
    toSeconds: 10 * HOUR,
    capacity: 3,
  }),
  id: ID(9),
  ...change,
});
const book = (change: Partial<SlotBook> = {}): SlotBook => ({
  zones: [city, old, around],
  offers: [offer()],
  timeZone: "Europe/Copenhagen",
  taken: new Map(),
  ...change,
});
/** A Wednesday morning there. */
const NOW = Date.parse("2026-06-10T06:00:00Z");
const request = (change: object = {}) =>
  availabilityRequestSchema.parse({ postcode: "1300", fromDate: "2026-06-10", days: 7, ...change });
const daysOf = (slots: readonly { date: string }[]) => slots.map(({ date }) => date.slice(5));

describe("which zone an address is in", () => {
  test("the longest prefix, then any, then a polygon; countries and spaces do not matter", () => {
    const zones = [around, city, old];
    expect(zoneOfAddress(zones, { postcode: "1260" })).toBe(old);
    expect(zoneOfAddress(zones, { postcode: "DK-1250" })).toBe(city);
    expect(zoneOfAddress(zones, { postcode: "13 00", position: { lat: 55.5, lng: 12.5 } })).toBe(city);
    expect(zoneOfAddress(zones, { postcode: "8000", position: { lat: 55.5, lng: 12.5 } })).toBe(around);
    expect(zoneOfAddress(zones, { postcode: "8000", position: { lat: 54.5, lng: 12.5 } })).toBeNull();
    expect(zoneOfAddress(zones, { postcode: "" })).toBeNull();
  });

  test("a place is inside a ring wherever the ring begins and whichever way it goes", () => {
    const place = fc.record({
      lat: fc.double({ min: 54, max: 57, noNaN: true }),
      lng: fc.double({ min: 11, max: 14, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.nat(3), fc.boolean(), ({ lat, lng }, start, isReversed) => {
        fc.pre(![55, 56].includes(lat) && ![12, 13].includes(lng));
        const ring = [...square.slice(start), ...square.slice(0, start)];
        const inside = isInside({ lat, lng }, isReversed ? ring.reverse() : ring);
        expect(inside).toBe(lat > 55 && lat < 56 && lng > 12 && lng < 13);
      }),
    );
  });
});

describe("what an address can book", () => {
  test("working days after the cut-off of the day before, with what is left of them", () => {
    const taken = new Map([
      [slotKey({ offerId: ID(9), date: "2026-06-12" }), 3],
      [slotKey({ offerId: ID(9), date: "2026-06-15" }), 1],
    ]);
    const slots = openSlots(book({ taken }), request(), NOW);
    expect(daysOf(slots)).toEqual(["06-11", "06-15", "06-16"]);
    expect(slots[1]).toEqual({
      key: `${ID(9)}.2026-06-15`,
      offerId: ID(9),
      date: "2026-06-15",
      serviceLevel: "standard",
      fromMs: Date.parse("2026-06-15T06:00:00Z"),
      toMs: Date.parse("2026-06-15T08:00:00Z"),
      bookableUntilMs: Date.parse("2026-06-14T10:00:00Z"),
      left: 2,
    });
    expect(daysOf(openSlots(book(), request(), Date.parse("2026-06-10T10:00:00Z")))[0]).toBe("06-12");
  });

  test("not before booking begins, not for another service level, not where nobody drives", () => {
    expect(daysOf(openSlots(book({ offers: [offer({ daysAhead: 2 })] }), request(), NOW))).toEqual(["06-11", "06-12"]);
    expect(openSlots(book(), request({ serviceLevel: "evening" }), NOW)).toEqual([]);
    expect(openSlots(book(), request({ postcode: "8000" }), NOW)).toEqual([]);
    expect(openSlots(book({ offers: [offer({ capacity: 0 })] }), request(), NOW)).toEqual([]);
  });

  test("a slot of today ends with its beginning, whatever its cut-off says", () => {
    const today = offer({ cutoffDaysBefore: 0, cutoffSeconds: 12 * HOUR });
    const why = (time: string) => whyNotBookable(today, "2026-06-10", "Europe/Copenhagen", Date.parse(time));
    expect(why("2026-06-10T05:59:59Z")).toBeNull();
    expect(why("2026-06-10T06:00:00Z")).toBe("too-late");
    expect(whyNotBookable(today, "2026-06-13", "Europe/Copenhagen", NOW)).toBe("not-offered");
    expect(whyNotBookable(today, "2026-06-30", "Europe/Copenhagen", NOW)).toBe("too-early");
  });

  test("times are those of the clock on the wall on days it is changed", () => {
    const sunday = offer({ weekdays: [7], daysAhead: 60 });
    const at = Date.parse("2026-10-20T06:00:00Z");
    const [slot] = openSlots(book({ offers: [sunday] }), request({ fromDate: "2026-10-25", days: 1 }), at);
    expect(slot).toMatchObject({
      fromMs: Date.parse("2026-10-25T07:00:00Z"),
      toMs: Date.parse("2026-10-25T09:00:00Z"),
    });
  });

  test("every slot that is shown has room, can be booked, and is shown once, in order", () => {
    const offers = fc.array(
      fc.record({
        capacity: fc.nat(4),
        fromSeconds: fc.integer({ min: 0, max: 20 * HOUR }),
        daysAhead: fc.nat(10),
        cutoffDaysBefore: fc.nat(3),
        weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(offers, fc.array(fc.nat(5), { minLength: 7, maxLength: 7 }), (each, counts) => {
        const all = each.map((change, index) =>
          offer({ ...change, id: ID(index), toSeconds: change.fromSeconds + HOUR }),
        );
        const taken = new Map(
          all.flatMap(({ id }) => counts.map((count, day): [string, number] => [`${id}.2026-06-${10 + day}`, count])),
        );
        const slots = openSlots(book({ offers: all, taken }), request(), NOW);
        expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
        slots.forEach((slot, index) => {
          const of = all.find(({ id }) => id === slot.offerId)!;
          expect(slot.left).toBe(of.capacity - taken.get(slot.key)!);
          expect(slot.left).toBeGreaterThan(0);
          expect(slot.bookableUntilMs).toBeGreaterThan(NOW);
          expect(slot.bookableUntilMs).toBeLessThanOrEqual(slot.fromMs);
          expect(slot.fromMs).toBeGreaterThanOrEqual(slots[index - 1]?.fromMs ?? 0);
        });
      }),
    );
  });
});

describe("what comes in", () => {
  test("a slot's name is read back; another is refused", () => {
    const slot = { offerId: ID(9), date: "2026-06-10" };
    expect(slotKeySchema.parse(slotKey(slot))).toEqual(slot);
    for (const text of ["", "x", `${ID(9)}.2026-02-30`, `${ID(9)}`, "0.2026-06-10"]) {
      expect(slotKeySchema.safeParse(text).success).toBe(false);
    }
  });

  test("an offer ends after it begins; an address says where it is", () => {
    expect(slotOfferSchema.safeParse({ ...offer(), toSeconds: 8 * HOUR }).success).toBe(false);
    expect(slotOfferSchema.parse({ ...offer(), weekdays: [5, 1, 5] }).weekdays).toEqual([1, 5]);
    expect(availabilityRequestSchema.safeParse({ fromDate: "2026-06-10" }).success).toBe(false);
    expect(slotZoneSchema.safeParse({ name: "Z", area: { kind: "polygon", corners: square.slice(2) } }).success).toBe(
      false,
    );
  });
});

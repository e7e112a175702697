import { describe, expect, test } from "vitest";
import { type DriverHours, shiftOn, startOf } from "./assignable-driver";

const hour = 3600;
const hours = (more: Partial<DriverHours> = {}): DriverHours => ({
  shiftFromSeconds: 8 * hour,
  shiftToSeconds: 16 * hour,
  availability: "offline",
  availabilityAt: null,
  ...more,
});
const shift = (from: number, to: number) => ({ shiftFromSeconds: from * hour, shiftToSeconds: to * hour });
const said = new Date("2031-03-03T07:00:00Z");

describe("shiftOn", () => {
  test("who has said nothing works his hours, and never in the past", () => {
    expect(shiftOn(hours(), -30 * hour)).toEqual(shift(8, 16));
    expect(shiftOn(hours(), 7 * hour)).toEqual(shift(8, 16));
    expect(shiftOn(hours(), 10 * hour)).toEqual(shift(10, 16));
    expect(shiftOn(hours(), 10 * hour + 1)).toMatchObject({ shiftFromSeconds: 10 * hour + 60 });
  });

  test("less than a quarter of an hour is nothing", () => {
    expect(shiftOn(hours(), 15.75 * hour)).toEqual(shift(15.75, 16));
    expect(shiftOn(hours(), 15.75 * hour + 1)).toBeUndefined();
    expect(shiftOn(hours(), 20 * hour)).toBeUndefined();
  });

  test("who is there works from now on, past his hours and past midnight, and on later days as always", () => {
    for (const availability of ["available", "on_shift"] as const) {
      const there = hours({ availability, availabilityAt: said });
      expect(shiftOn(there, 6 * hour)).toEqual(shift(6, 16));
      expect(shiftOn(there, 20 * hour)).toEqual(shift(20, 28));
      expect(shiftOn(there, 26 * hour)).toBeUndefined();
      expect(shiftOn(there, -9 * hour)).toEqual(shift(8, 16));
    }
  });

  test("who has said that he is not there is not on that day, and is on the next", () => {
    const gone = hours({ availability: "offline", availabilityAt: said });
    expect(shiftOn(gone, 7 * hour)).toBeUndefined();
    expect(shiftOn(gone, -hour)).toEqual(shift(8, 16));
    expect(shiftOn(hours({ availability: "break", availabilityAt: said }), 10 * hour)).toEqual(shift(10, 16));
  });
});

describe("startOf", () => {
  const [own, house] = ["own", "house"];
  const metadata = { start_location: { lat: 55.6, lon: 12.5 } };
  const place = { kind: "place", position: { lat: 55.6, lng: 12.5 } };
  const seenAt = { lat: 55.7, lng: 12.6 };

  test("at a depot of his own, whatever else is known", () => {
    expect(startOf({ depotId: own, metadata, seenAt }, house)).toEqual({ kind: "depot", depotId: own });
    expect(startOf({ depotId: house, metadata: {}, seenAt }, house)).toEqual({ kind: "depot", depotId: house });
  });

  test("a place that was said goes before the house's depot, where he was seen before what was said", () => {
    expect(startOf({ depotId: house, metadata, seenAt: null }, house)).toEqual(place);
    expect(startOf({ depotId: null, metadata, seenAt }, house)).toEqual({ kind: "place", position: seenAt });
    expect(startOf({ depotId: null, metadata, seenAt: null }, house)).toEqual(place);
  });

  test("else at the house's depot, or where his first stop is; what is no place counts for nothing", () => {
    const strange = { start_location: { lat: 95, lon: "12" } };
    expect(startOf({ depotId: null, metadata: strange, seenAt: null }, house)).toMatchObject({ depotId: house });
    expect(startOf({ depotId: null, metadata: {}, seenAt: null }, null)).toEqual({ kind: "first-stop" });
  });
});

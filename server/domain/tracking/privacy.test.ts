import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMeters } from "@/server/domain/geo";
import { driverFirstName } from "./driver-first-name";
import { maskAddress } from "./mask-address";
import { ontoGrid, shownPosition } from "./shown-position";
import { DEFAULT_TRACKING_POLICY, readTrackingPolicy, trackingPolicySchema } from "./tracking-policy";
import { isUnderWay, TRACKING_STATES } from "./tracking-state";
import { visibleFields } from "./visible-fields";

const far = { stopsBefore: 9, minutesBefore: 90, metersBefore: 20_000 };
const { fields, position } = DEFAULT_TRACKING_POLICY;
const place = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});

describe("what a customer sees of a delivery under way", () => {
  test("the van once any threshold is reached, the driver's name all the way", () => {
    expect([...visibleFields("on-the-way", far, fields)]).toEqual(["driverName"]);
    expect(visibleFields("on-the-way", { ...far, stopsBefore: 3 }, fields).has("position")).toBe(true);
    expect(visibleFields("near", { ...far, minutesBefore: 20 }, fields).has("position")).toBe(true);
    expect(visibleFields("next", { ...far, stopsBefore: null }, fields).has("position")).toBe(true);
    const byMeters = trackingPolicySchema.parse({
      fields: { position: { isShown: true, metersBefore: 500 }, vehicle: { isShown: false } },
    }).fields;
    expect(visibleFields("on-the-way", { ...far, metersBefore: 400 }, byMeters).has("position")).toBe(true);
    expect(visibleFields("near", { ...far, stopsBefore: 1 }, byMeters).has("position")).toBe(false);
    expect(visibleFields("next", far, byMeters).has("vehicle")).toBe(false);
  });

  test("a position without a threshold is never shown, whatever a policy says", () => {
    const always = trackingPolicySchema.parse({ fields: { position: { isShown: true } } }).fields;
    expect(visibleFields("next", { stopsBefore: 0, minutesBefore: 0, metersBefore: 0 }, always).has("position")).toBe(
      false,
    );
  });

  test("nothing before anybody drives, nothing once it is over", () => {
    for (const state of TRACKING_STATES.filter((each) => !isUnderWay(each))) {
      expect(visibleFields(state, { stopsBefore: 0, minutesBefore: 0, metersBefore: 0 }, fields).size).toBe(0);
    }
  });

  test("coming nearer never hides what was shown", () => {
    const near = fc.record({ stopsBefore: fc.nat(12), minutesBefore: fc.nat(60), metersBefore: fc.nat(9000) });
    fc.assert(
      fc.property(near, near, (a, b) => {
        const nearer = {
          stopsBefore: Math.min(a.stopsBefore, b.stopsBefore),
          minutesBefore: Math.min(a.minutesBefore, b.minutesBefore),
          metersBefore: Math.min(a.metersBefore, b.metersBefore),
        };
        const shown = visibleFields("near", nearer, fields);
        for (const field of visibleFields("near", a, fields)) expect(shown.has(field)).toBe(true);
      }),
    );
  });

  test("a policy that does not hold gives way to the default", () => {
    expect(readTrackingPolicy({ position: { roundMeters: 1 } })).toEqual(DEFAULT_TRACKING_POLICY);
    expect(readTrackingPolicy(null)).toEqual(DEFAULT_TRACKING_POLICY);
    expect(readTrackingPolicy({ pageDays: 30 }).pageDays).toBe(30);
  });
});

describe("the van's place", () => {
  const fix = (atMs: number, lat = 55.676_123) => ({ atMs, position: { lat, lng: 12.568_321 } });
  const NOW = 1_000_000_000;

  test("is the newest that is old enough, and none that is stale", () => {
    const fixes = [fix(NOW - 5000, 55.9), fix(NOW - 40_000, 55.6), fix(NOW - 25_000, 55.7)];
    expect(shownPosition(fixes, false, NOW, position)!.lat).toBeCloseTo(55.7, 2);
    expect(shownPosition(fixes, true, NOW, position)!.lat).toBeCloseTo(55.9, 2);
    expect(shownPosition([fix(NOW - 5000)], false, NOW, position)).toBeNull();
    expect(shownPosition([fix(NOW - 301_000)], false, NOW, position)).toBeNull();
  });

  test("lies on a grid: off by less than the cell, the same for everything in it", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 20, max: 1000 }), (where, meters) => {
        const shown = ontoGrid(where, meters);
        expect(distanceMeters(where, shown)).toBeLessThanOrEqual(meters * 0.75);
        expect(ontoGrid(shown, meters)).toEqual(shown);
      }),
    );
  });
});

describe("names and addresses", () => {
  test("a driver has a first name only", () => {
    expect(driverFirstName("Ida Holm Jensen")).toBe("Ida");
    expect(driverFirstName("Jensen, Ida Holm")).toBe("Ida");
    expect(driverFirstName("Ida")).toBe("Ida");
    expect(driverFirstName("  ")).toBe("");
  });

  test.each([
    ["Carrer del Bruc 45, 2n 1a", "08010", "Carrer del B…, 08010"],
    ["Calle Mayor de San Juan, 5, 3º B", "28013", "Calle M…, 28013"],
    ["Bredgade 74B, 2. tv", "1260", "B…, 1260"],
    ["Flat 2, 15 High Street", "SW1A 1AA", "High S…, SW1A 1AA"],
    ["12 bis rue de la Paix", "75002", "rue de la P…, 75002"],
    ["", "1260", "1260"],
  ])("%s is told as %s does not tell", (street, postcode, masked) => {
    expect(maskAddress({ street, postcode, city: "Town" })).toBe(masked);
  });

  test("no number of a street is ever left", () => {
    const part = fc.oneof(fc.stringMatching(/^[A-Za-zñéå]{1,9}$/), fc.stringMatching(/^\d{1,4}[A-B]?$/));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom(" ", ", "), (parts, glue) => {
        expect(maskAddress({ street: parts.join(glue), postcode: "", city: "" })).not.toMatch(/\d/);
      }),
    );
  });
});

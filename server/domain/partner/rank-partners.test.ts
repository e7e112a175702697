import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AblePartner,
  type DeliveryNeeds,
  expectedOnTime,
  isTooSlow,
  needsOf,
  partnerObstacle,
  rankPartners,
} from "./rank-partners";

const ANY: AblePartner = { status: "active", capabilities: [], areas: [], vehicleProfiles: [], sla: {} };
const NEEDS: DeliveryNeeds = {
  capabilities: ["scheduled"],
  names: ["Nord"],
  postcode: "2100",
  vehicleProfile: null,
  sameDaySeconds: null,
};

test("who names nothing takes whatever is ordinary, cold goods and returns must be named", () => {
  expect(partnerObstacle(ANY, NEEDS)).toBeNull();
  const cold = { ...NEEDS, capabilities: needsOf({ kind: "pickup", serviceLevel: "same_day", skills: ["Cold"] }) };
  expect(cold.capabilities).toEqual(["ondemand", "returns", "cold_chain"]);
  expect(partnerObstacle(ANY, cold)).toBe("capabilities");
  expect(partnerObstacle({ ...ANY, capabilities: ["returns", "cold_chain"] }, cold)).toBe("capabilities");
  expect(partnerObstacle({ ...ANY, capabilities: ["ondemand", "returns", "cold_chain"] }, cold)).toBeNull();
});

test("elsewhere, by another vehicle, or not in use: no", () => {
  expect(partnerObstacle({ ...ANY, areas: ["south"] }, NEEDS)).toBe("area");
  expect(partnerObstacle({ ...ANY, areas: [" NORD "] }, NEEDS)).toBeNull();
  expect(partnerObstacle({ ...ANY, vehicleProfiles: ["bike"] }, { ...NEEDS, vehicleProfile: "van" })).toBe("vehicle");
  expect(partnerObstacle({ ...ANY, vehicleProfiles: ["bike"] }, NEEDS)).toBeNull();
  for (const status of ["draft", "disabled", "archived"] as const) {
    expect(partnerObstacle({ ...ANY, status }, NEEDS)).toBe("not-active");
  }
});

test("past its cut-off a partner takes nothing more for the same day, and all for others", () => {
  const partner = { ...ANY, sla: { cutoffSeconds: 14 * 3600 } };
  expect(partnerObstacle(partner, { ...NEEDS, sameDaySeconds: 14 * 3600 })).toBeNull();
  expect(partnerObstacle(partner, { ...NEEDS, sameDaySeconds: 14 * 3600 + 1 })).toBe("cutoff");
  expect(partnerObstacle(partner, NEEDS)).toBeNull();
});

test("cheapest, most punctual or cleanest first, then by the others; whoever is not known comes last", () => {
  const base = { isTooSlow: false };
  const partners = [
    { ...base, partnerId: "a", priceCents: 900, co2Grams: 100, onTimeShare: 0.9 },
    { ...base, partnerId: "b", priceCents: 700, co2Grams: 300, onTimeShare: 0.9 },
    { ...base, partnerId: "c", priceCents: 800, co2Grams: 0, onTimeShare: null },
    { ...base, partnerId: "d", priceCents: null, co2Grams: null, onTimeShare: 0.99 },
  ];
  const ranked = (by: "cost" | "sla" | "carbon", of = partners) =>
    rankPartners(by, of)
      .map(({ partnerId }) => partnerId)
      .join("");
  expect(ranked("cost")).toBe("bcad");
  expect(ranked("sla")).toBe("dbac");
  expect(ranked("carbon")).toBe("cabd");
  const slow = partners.map((each) => ({ ...each, isTooSlow: each.partnerId === "d" }));
  expect(ranked("sla", slow)).toBe("bacd");
  expect(ranked("cost", slow)).toBe("bcad");
});

describe("what is promised counts while little is measured", () => {
  test("nothing known, promised, measured", () => {
    expect(expectedOnTime({ promised: 0, onTime: 0 }, {})).toBeNull();
    expect(expectedOnTime({ promised: 0, onTime: 0 }, { onTimePercent: 95 })).toBe(0.95);
    expect(expectedOnTime({ promised: 4, onTime: 1 }, {})).toBe(0.25);
    expect(expectedOnTime({ promised: 20, onTime: 0 }, { onTimePercent: 100 })).toBe(0.5);
  });

  test("it lies between both, and what is measured wins in the end", () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((promised) =>
        fc.record({ promised: fc.constant(promised), onTime: fc.integer({ min: 0, max: promised }) }),
      );
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 100, noNaN: true }), (measured, onTimePercent) => {
        const [share, promise] = [measured.onTime / measured.promised, onTimePercent / 100];
        const expected = expectedOnTime(measured, { onTimePercent })!;
        expect(expected).toBeGreaterThanOrEqual(Math.min(share, promise) - 1e-9);
        expect(expected).toBeLessThanOrEqual(Math.max(share, promise) + 1e-9);
        expect(Math.abs(expected - share)).toBeLessThanOrEqual(20 / (measured.promised + 20) + 1e-9);
      }),
    );
  });

  test("too slow is who promises later than it is due", () => {
    const now = new Date("2026-03-02T10:00:00Z");
    expect(isTooSlow({ deliveryMinutes: 60 }, now, new Date("2026-03-02T11:00:00Z"))).toBe(false);
    expect(isTooSlow({ deliveryMinutes: 61 }, now, new Date("2026-03-02T11:00:00Z"))).toBe(true);
    expect(isTooSlow({ deliveryMinutes: 61 }, now, null)).toBe(false);
    expect(isTooSlow({}, now, now)).toBe(false);
  });
});

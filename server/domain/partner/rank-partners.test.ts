import { expect, test } from "vitest";
import { type AblePartner, canTake, type DeliveryNeeds, needsOf, rankPartners } from "./rank-partners";

const ANY: AblePartner = { status: "active", capabilities: [], areas: [], vehicleProfiles: [] };
const NEEDS: DeliveryNeeds = { capabilities: ["scheduled"], places: ["Nord", "2100"], vehicleProfile: null };

test("who names nothing takes whatever is ordinary, cold goods and returns must be named", () => {
  expect(canTake(ANY, NEEDS)).toBe(true);
  const cold = { ...NEEDS, capabilities: needsOf({ kind: "pickup", serviceLevel: "same_day", skills: ["Cold"] }) };
  expect(cold.capabilities).toEqual(["ondemand", "returns", "cold_chain"]);
  expect(canTake(ANY, cold)).toBe(false);
  expect(canTake({ ...ANY, capabilities: ["returns", "cold_chain"] }, cold)).toBe(false);
  expect(canTake({ ...ANY, capabilities: ["ondemand", "returns", "cold_chain"] }, cold)).toBe(true);
});

test("elsewhere, by another vehicle, or disabled: no", () => {
  expect(canTake({ ...ANY, areas: ["south"] }, NEEDS)).toBe(false);
  expect(canTake({ ...ANY, areas: [" NORD "] }, NEEDS)).toBe(true);
  expect(canTake({ ...ANY, vehicleProfiles: ["bike"] }, { ...NEEDS, vehicleProfile: "van" })).toBe(false);
  expect(canTake({ ...ANY, vehicleProfiles: ["bike"] }, NEEDS)).toBe(true);
  expect(canTake({ ...ANY, status: "disabled" }, NEEDS)).toBe(false);
});

test("cheapest, most punctual or cleanest first, then by the others; whoever is not known comes last", () => {
  const partners = [
    { partnerId: "a", priceCents: 900, co2Grams: 100, onTimeShare: 0.9 },
    { partnerId: "b", priceCents: 700, co2Grams: 300, onTimeShare: 0.9 },
    { partnerId: "c", priceCents: 800, co2Grams: 0, onTimeShare: null },
    { partnerId: "d", priceCents: null, co2Grams: null, onTimeShare: 0.99 },
  ];
  const ranked = (by: "cost" | "sla" | "carbon") =>
    rankPartners(by, partners)
      .map(({ partnerId }) => partnerId)
      .join("");
  expect(ranked("cost")).toBe("bcad");
  expect(ranked("sla")).toBe("dbac");
  expect(ranked("carbon")).toBe("cabd");
});

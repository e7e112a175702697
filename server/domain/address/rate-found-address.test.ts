import { expect, test } from "vitest";
import { normalizeAddress } from "./normalize-address";
import { type FoundAddress, rateFoundAddress } from "./rate-found-address";

const query = normalizeAddress({ street: "Bredgade 74B, 2. tv", postcode: "1260", city: "København K" });
const door: FoundAddress = {
  level: "house",
  street: "Bredgade",
  houseNumber: "74B",
  postcode: "1260",
  city: "København",
};
const confidence = (found: Partial<FoundAddress>) => rateFoundAddress(query, { ...door, ...found }).confidence;

test("believes a find that is the address asked for", () => {
  expect(rateFoundAddress(query, door)).toMatchObject({ confidence: "exact" });
  expect(confidence({ houseNumber: "72-76" })).toBe("exact");
});

test("never believes more than the geocoder claims", () => {
  expect(confidence({ level: "interpolated" })).toBe("interpolated");
  expect(confidence({ level: "street" })).toBe("street");
  expect(confidence({ level: "city" })).toBe("city");
});

test("takes confidence away where number, street or place are others", () => {
  expect(confidence({ houseNumber: "74" })).toBe("interpolated");
  expect(confidence({ houseNumber: "7" })).toBe("street");
  expect(confidence({ houseNumber: undefined })).toBe("street");
  expect(confidence({ street: "Store Kongensgade" })).toBe("city");
  expect(confidence({ street: "Bregdade" })).toBe("exact");
  expect(confidence({ postcode: "8000", city: "Aarhus" })).toBe("city");
  expect(confidence({ street: undefined })).toBe("city");
});

test("a town of another name is forgiven when the postcode does not speak against it", () => {
  expect(confidence({ city: "Copenhagen" })).toBe("exact");
  const withoutPostcode = normalizeAddress({ street: "Bredgade 74B", city: "Copenhagen" });
  expect(rateFoundAddress(withoutPostcode, { ...door, city: "København" }).confidence).toBe("exact");
});

test("without a number asked for, a house is only the street", () => {
  expect(rateFoundAddress(normalizeAddress({ street: "Bredgade", postcode: "1260" }), door).confidence).toBe("street");
});

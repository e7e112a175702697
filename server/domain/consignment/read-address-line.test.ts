import fc from "fast-check";
import { expect, test } from "vitest";
import { addressSchema } from "@/server/domain/order/delivery-schema";
import { readAddressLine } from "./read-address-line";

test.each([
  [
    "1 George St, Brisbane QLD 4000, Australia",
    { street: "1 George St", postcode: "4000", city: "Brisbane QLD", country: "AU" },
  ],
  ["Bredgade 1, 1260 København K", { street: "Bredgade 1", postcode: "1260", city: "København K", country: "" }],
  [
    "10 Downing St, London SW1A 2AA, United Kingdom",
    { street: "10 Downing St", postcode: "SW1A 2AA", city: "London", country: "GB" },
  ],
  ["Calle Mallorca, 401", { street: "Calle Mallorca, 401", postcode: "", city: "", country: "" }],
  ["Bredgade 1", { street: "Bredgade 1", postcode: "", city: "", country: "" }],
])("%s", (line, address) => expect(readAddressLine(line)).toEqual(address));

test("whatever is said in 200 signs has room in an address", () => {
  const lines = [`1 High St, ${"x".repeat(150)}`, "a,".repeat(100), `${"b".repeat(190)}, Brisbane`];
  for (const line of lines) expect(addressSchema.safeParse(readAddressLine(line)).error).toBeUndefined();
});

test("a line that says something has a street, and no word of it gets lost", () => {
  const part = fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 ]{1,20}$/).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const { street, postcode, city, country } = readAddressLine(parts.join(", "));
      expect(street).not.toBe("");
      const kept = `${street} ${postcode} ${city}`.split(/[\s,]+/);
      const said = parts.slice(0, country === "" ? parts.length : -1).join(" ");
      for (const word of said.split(/\s+/).filter(Boolean)) expect(kept).toContain(word);
    }),
  );
});

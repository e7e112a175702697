import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "./edit-distance";
import { normalizeAddress } from "./normalize-address";
import { scoreAddressMatch } from "./score-address-match";
import { streetKey } from "./street-key";

const row = (street: string, postcode?: string, city?: string) => ({ streetKey: streetKey(street), postcode, city });
const score = (street: string, place: { postcode?: string; city?: string }, candidate: ReturnType<typeof row>) =>
  scoreAddressMatch(normalizeAddress({ street, ...place }), candidate);

const bredgade = row("Bredgade", "1260", "København K");
const inTown = { postcode: "1260", city: "København K" };

describe("scoreAddressMatch", () => {
  test("the same street of the same place is 1", () => {
    expect(score("BREDGADE 74B, 2. tv", inTown, bredgade)).toEqual({ score: 1, typos: 0, place: "agrees" });
  });

  test("spellings of one name are one: umlauts, particles, spaces", () => {
    expect(score("Muehlestrasse 3", {}, row("Mühlestraße"))?.typos).toBe(0);
    expect(score("Carrer Mallorca 401", {}, row("Carrer de Mallorca"))?.typos).toBe(0);
    expect(score("Kongens Nytorv 1", {}, row("Kongensnytorv"))?.typos).toBe(0);
    expect(score("Sønderaagade 1", {}, row("Sønderågade"))?.typos).toBe(0);
  });

  test("typos cost by the length of the name; a short name allows none, another name is no match", () => {
    expect(score("Gothersgdae 91", {}, row("Gothersgade"))?.typos).toBe(1);
    expect(score("Golr 21", {}, row("Guler"))).toBeUndefined();
    expect(score("Im 4", {}, row("Am"))).toBeUndefined();
    expect(score("Nosuchgade 999", {}, bredgade)).toBeUndefined();
    const one = score("Bredgede 7", inTown, bredgade)!.score;
    expect(one).toBeLessThan(1);
    expect(one).toBeGreaterThan(0.8);
  });

  test("places in order of belief: postcode and town, town alone, postcode wrong, nothing known, another place", () => {
    const scores = [
      score("Bredgade 7", inTown, bredgade),
      score("Bredgade 7", { city: "København" }, bredgade),
      score("Bredgade 7", { postcode: "1265", city: "København K" }, bredgade),
      score("Bredgade 7", {}, bredgade),
      score("Bredgade 7", { postcode: "8000", city: "Aarhus" }, bredgade),
    ];
    expect(scores.map((match) => match?.place)).toEqual(["agrees", "agrees", "town", "unknown", "contradicts"]);
    const values = scores.map((match) => match!.score);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
  });
});

test.each([
  ["København", "København K", true],
  ["Kobenhavn k", "København K", true],
  ["Københvn K", "København K", true],
  ["København S", "København K", false],
  ["Lauf a.d.Pegnitz", "Triesenberg", false],
])("the town %s is %s: %s", (asked, known, same) => {
  const match = score("Bredgade 7", { city: asked }, row("Bredgade", undefined, known));
  expect(match?.place).toBe(same ? "agrees" : "contradicts");
});

describe("editDistance", () => {
  test.each([
    ["kitten", "sitting", 3],
    ["gothersgdae", "gothersgade", 1],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("%s → %s", (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance);
  });

  test("is symmetric, and stops at the limit", () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        const full = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(full);
        expect(editDistance(a, b, limit)).toBe(Math.min(full, limit + 1));
      }),
    );
  });
});

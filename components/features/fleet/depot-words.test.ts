import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { depotAddress, inUseText } from "./depot-words";

const t = wordsFor("fleet");

test("a refusal to delete names everything that needs the depot, and the way out", () => {
  expect(inUseText(t, "North", { reason: "in_use", drivers: 1, days: 0, projects: 1 })).toBe(
    "North is still in use: 1 driver starts there, it is the project’s default depot. Give them another depot first.",
  );
  expect(inUseText(t, "North", { reason: "in_use", drivers: 0, days: 2, projects: 0 })).toContain(
    "2 planned days use it",
  );
  expect(inUseText(t, "North", { reason: "other" })).toBeNull();
});

test("an address leaves out what is not known", () => {
  expect(depotAddress({ street: "Bredgade 1", postcode: "1260", city: "København K" })).toBe(
    "Bredgade 1, 1260 København K",
  );
  expect(depotAddress({ street: "Bredgade 1", postcode: "", city: "" })).toBe("Bredgade 1");
});

import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkDepot, type DepotDraft, newDepot } from "./depot-draft";

const t = wordsFor("fleet");

const draft = (change: Partial<DepotDraft> = {}): DepotDraft => ({
  ...newDepot("DK"),
  name: "North",
  street: "Bredgade 1",
  ...change,
});

test("without a pin the address decides, with one the pin", () => {
  expect(checkDepot(t, draft())).toEqual({
    ok: true,
    input: {
      name: "North",
      address: { street: "Bredgade 1", postcode: "", city: "", country: "DK" },
      serviceSeconds: 0,
    },
  });
  const pin = { lat: 55.68, lng: 12.58 };
  expect(checkDepot(t, draft({ pin, serviceMinutes: "7,5" }))).toMatchObject({
    ok: true,
    input: { position: pin, serviceSeconds: 450 },
  });
});

test.each<[Partial<DepotDraft>, keyof DepotDraft]>([
  [{ name: " " }, "name"],
  [{ street: "" }, "street"],
  [{ postcode: "1".repeat(21) }, "postcode"],
  [{ serviceMinutes: "soon" }, "serviceMinutes"],
  [{ serviceMinutes: "721" }, "serviceMinutes"],
])("%o is refused at %s", (change, field) => {
  const checked = checkDepot(t, draft(change));
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkOffer, checkZone, dayHeading, draftOfOffer, draftOfZone, readCorners } from "./slot-draft";

const t = wordsFor("settingsSlots");
const zoneId = "0190a5e0-0000-8000-8000-000000000002";

describe("a zone that is edited", () => {
  test("is read back as it was stored, drawn or by postcodes", () => {
    const corners = [
      { lat: 41.4, lng: 2.1 },
      { lat: 41.4, lng: 2.2 },
      { lat: 41.5, lng: 2.2 },
    ];
    for (const area of [
      { kind: "postcodes" as const, prefixes: ["08001", "SW1A 1"] },
      { kind: "polygon" as const, corners },
    ]) {
      expect(checkZone(t, draftOfZone({ name: "Town", area }))).toEqual({ ok: true, input: { name: "Town", area } });
    }
  });

  test("takes postcodes by line, comma and twice", () => {
    const draft = { ...draftOfZone(null), name: "Town", postcodes: "08001\n08002, 08001;\n " };
    expect(checkZone(t, draft)).toMatchObject({ input: { area: { prefixes: ["08001", "08002"] } } });
  });

  test("says which field is wrong, and in which line a corner", () => {
    expect(checkZone(t, draftOfZone(null))).toMatchObject({
      errors: { name: t("problem.name"), postcodes: t("problem.postcodes") },
    });
    const drawn = { ...draftOfZone(null), name: "Town", kind: "polygon" as const };
    expect(checkZone(t, { ...drawn, corners: "41.4, 2.1\n41.4 2.2" })).toMatchObject({
      errors: { corners: t("problem.corners") },
    });
    expect(checkZone(t, { ...drawn, corners: "41.4, 2.1\n\n41.4; x\n91, 0" })).toMatchObject({
      errors: { corners: t("problem.corner", { line: 3 }) },
    });
    expect(readCorners("91, 0\n1, 2, 3").wrongLine).toBe(1);
  });
});

describe("an offer that is edited", () => {
  test("is read back as it was stored, also past midnight", () => {
    const offer = {
      zoneId,
      serviceLevel: "evening",
      weekdays: [5, 6],
      fromSeconds: 22 * 3600,
      toSeconds: 26 * 3600,
      capacity: 0,
      cutoffSeconds: 9 * 3600,
      cutoffDaysBefore: 0,
      daysAhead: 7,
    };
    expect(checkOffer(t, draftOfOffer({ ...offer, id: zoneId }), zoneId)).toEqual({ ok: true, input: offer });
  });

  test("begins as one that can be saved, and names what cannot", () => {
    const draft = draftOfOffer(null);
    expect(checkOffer(t, draft, zoneId)).toMatchObject({ ok: true });
    const wrong = { ...draft, serviceLevel: " ", weekdays: [], from: "", capacity: "many", daysAhead: "61" };
    const checked = checkOffer(t, wrong, zoneId);
    expect(checked.ok ? [] : Object.keys(checked.errors).sort()).toEqual([
      "capacity",
      "daysAhead",
      "from",
      "serviceLevel",
      "weekdays",
    ]);
  });
});

test("days are headed by their weekday", () => {
  expect(dayHeading("en-GB", "2026-11-23")).toMatch(/^Mon,? 23 Nov$/);
});

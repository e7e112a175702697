import { expect, test } from "vitest";
import { firstLoads } from "@/components/lib/first-loads";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkProject, newProject, type ProjectDraft } from "./project-draft";

const t = wordsFor("settings");

const draft = (change: Partial<ProjectDraft> = {}): ProjectDraft => ({
  ...newProject(
    { timeZone: "Europe/Copenhagen", country: "DK", currency: "DKK" },
    firstLoads(wordsFor("common", { language: "es", locale: "es-ES" })),
  ),
  name: "Copenhagen",
  ...change,
});

test("minutes become seconds, and the usual load dimensions go along", () => {
  expect(checkProject(t, draft({ serviceMinutes: "2,5" }))).toMatchObject({
    ok: true,
    input: {
      name: "Copenhagen",
      defaultServiceSeconds: 150,
      loadDimensions: [{ unit: "kg", perUnit: 1000 }, {}, {}, {}],
    },
  });
});

test("learning service times is off until somebody wants it", () => {
  expect(checkProject(t, draft())).toMatchObject({ input: { learnsServiceTimes: false } });
  expect(checkProject(t, draft({ learnsServiceTimes: true }))).toMatchObject({ input: { learnsServiceTimes: true } });
});

test("the cut-off is a time of the day, or none", () => {
  expect(checkProject(t, draft())).toMatchObject({ input: { cutoffSeconds: null, cutoffDaysBefore: 1 } });
  expect(checkProject(t, draft({ cutoffTime: "16:30", cutoffDaysBefore: 0 }))).toMatchObject({
    input: { cutoffSeconds: 16.5 * 3600, cutoffDaysBefore: 0 },
  });
});

test.each<[Partial<ProjectDraft>, keyof ProjectDraft]>([
  [{ name: "" }, "name"],
  [{ timeZone: "" }, "timeZone"],
  [{ timeZone: "Nowhere/Land" }, "timeZone"],
  [{ defaultCountry: "" }, "defaultCountry"],
  [{ currency: "" }, "currency"],
  [{ serviceMinutes: "a while" }, "serviceMinutes"],
  [{ loadDimensions: [...draft().loadDimensions].with(1, { name: " ", unit: "l", perUnit: 1000 }) }, "loadDimensions"],
])("%o is refused at %s", (change, field) => {
  const checked = checkProject(t, draft(change));
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

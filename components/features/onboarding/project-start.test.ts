import { expect, test } from "vitest";
import { firstLoads } from "@/components/lib/first-loads";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkStart, startOfRegion } from "./project-start";

const LOADS = firstLoads(wordsFor("common"));

test("the browser's zone names the project", () => {
  const start = startOfRegion({ timeZone: "America/New_York", country: "US", currency: "USD" });
  expect(start.name).toBe("New York");
  expect(checkStart(wordsFor("onboarding"), start, LOADS)).toMatchObject({
    ok: true,
    input: { currency: "USD", defaultServiceSeconds: 180, loadDimensions: LOADS },
  });
});

test("what cannot be guessed is asked for", () => {
  const checked = checkStart(
    wordsFor("onboarding"),
    startOfRegion({ timeZone: "UTC", country: "", currency: "EUR" }),
    LOADS,
  );
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(["name", "defaultCountry"]);
});

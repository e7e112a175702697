import { expect, test } from "vitest";
import { checkStart, startOfRegion } from "./project-start";

test("the browser's zone names the project", () => {
  const start = startOfRegion({ timeZone: "America/New_York", country: "US", currency: "USD" });
  expect(start.name).toBe("New York");
  expect(checkStart(start)).toMatchObject({ ok: true, input: { currency: "USD", defaultServiceSeconds: 180 } });
});

test("what cannot be guessed is asked for", () => {
  const checked = checkStart(startOfRegion({ timeZone: "UTC", country: "", currency: "EUR" }));
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(["name", "defaultCountry"]);
});

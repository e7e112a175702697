import { expect, test } from "vitest";
import { guessRegion } from "./guess-region";

test("the clock's zone names the country, whatever the language", () => {
  expect(guessRegion("Europe/Copenhagen", "en-US")).toEqual({
    timeZone: "Europe/Copenhagen",
    country: "DK",
    currency: "DKK",
  });
  expect(guessRegion("Europe/Madrid", "ca")).toMatchObject({ country: "ES", currency: "EUR" });
});

test("a zone without a country leaves it to the language's region", () => {
  expect(guessRegion("UTC", "en-GB")).toMatchObject({ country: "GB", currency: "GBP" });
});

test("nothing known leaves the country open", () => {
  expect(guessRegion("UTC", "en")).toEqual({ timeZone: "UTC", country: "", currency: "EUR" });
  expect(guessRegion("UTC", "not a language")).toMatchObject({ country: "" });
});

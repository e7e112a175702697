import { expect, test } from "vitest";
import { shownUnits } from "@/server/domain/unit/shown-units";
import { reachDraftOf, readReach } from "./reach-draft";

test.each(["km", "mi"] as const)("a price list typed by the %s is kept by the kilometre and read again", (distance) => {
  const units = shownUnits(distance, distance === "mi" ? "lb" : "kg");
  const typed = { connector: "tariff", hasTariff: true, currency: "USD", base: "5", grams: "353" } as const;
  const prices = { perDistance: "1.79", perWeight: "0.33" };
  const read = readReach({ ...reachDraftOf(null, units), ...typed, ...prices }, units);
  if (!read.ok) throw new Error(JSON.stringify(read.wrong));
  const kept =
    distance === "mi"
      ? { perKmCents: 111.23, perKgCents: 72.75, gramsCo2PerKm: 219.34 }
      : { perKmCents: 179, perKgCents: 33, gramsCo2PerKm: 353 };
  expect(read.settings.tariff).toEqual({ currency: "USD", baseCents: 500, ...kept });
  const connection = { connector: "tariff", settings: read.settings } as Parameters<typeof reachDraftOf>[0];
  expect(reachDraftOf(connection, units)).toMatchObject({ ...typed, ...prices });
});

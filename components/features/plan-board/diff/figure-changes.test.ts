import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { figureChanges } from "./figure-changes";

const before = {
  stops: 12,
  distanceMeters: 16_093,
  durationSeconds: 14_400,
  driveSeconds: 7_200,
  lateStops: 0,
  lateSeconds: 0,
  overtimeSeconds: 0,
  costCents: 12_000,
  emissionsGrams: 3_040,
};
const after = { ...before, distanceMeters: 32_187, lateStops: 2, costCents: 13_550 };
const options = { currency: "EUR", isApproximate: true, hasEmissions: false };

it("says figures in the reader's units, what is guessed with a sign, and marks what got worse", () => {
  const changes = figureChanges(wordsFor("boardDiff", { distanceUnit: "mi" }).format, before, after, options);
  const [stops, distance, time, late] = changes;
  expect(stops).toEqual({ column: "stops", from: "12", to: "12", isBad: false });
  expect(distance).toEqual({ column: "distance", from: "10.0 mi", to: "~20.0 mi", isBad: false });
  expect(time).toMatchObject({ from: "4:00", to: "4:00" });
  expect(late).toEqual({ column: "late", from: "0", to: "~2", isBad: true });
});

it("says them in the reader's locale", () => {
  const spanish = wordsFor("boardDiff", { language: "es", locale: "es-ES" });
  const [, distance] = figureChanges(spanish.format, before, after, { ...options, isApproximate: false });
  expect(distance).toMatchObject({ from: "16,1 km", to: "32,2 km" });
});

it("tells emissions where those of some vehicle are known, and does not make up the others", () => {
  const { format } = wordsFor("boardDiff");
  const told = (emissionsGrams: number | null, hasEmissions = true) => {
    const shown = { ...options, isApproximate: false, hasEmissions };
    return figureChanges(format, before, { ...before, emissionsGrams }, shown).find(
      ({ column }) => column === "emissions",
    );
  };
  expect(told(2_890)).toEqual({ column: "emissions", from: "3 kg", to: "2.9 kg", isBad: false });
  expect(told(null)).toMatchObject({ from: "3 kg", to: "–" });
  expect(told(2_890, false)).toBeUndefined();
});

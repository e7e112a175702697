import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import type { RouteFigures } from "@/server/domain/plan/diff-plan";
import { COMPARED_FIGURES, routeChange, routeInFigures } from "./compared-figures";

const { format } = wordsFor("boardOptimize");
const route = (stops: number, distanceMeters: number, durationSeconds: number) =>
  ({ stops, distanceMeters, durationSeconds }) as RouteFigures;

it("says a route in a line, and of a change only what changes", () => {
  expect(routeInFigures(format, route(14, 41_200, 22_200))).toBe("14 · 41.2 km · 6:10");
  expect(routeChange(format, route(14, 41_200, 22_200), route(16, 38_100, 22_210))).toBe("+2 · −3.1 km");
  expect(routeChange(format, route(14, 41_200, 22_200), route(14, 41_200, 18_600))).toBe("−1:00");
  expect(routeChange(format, route(14, 41_200, 22_200), route(14, 41_200, 22_200))).toBe("");
});

it("compares cost first, and each figure once", () => {
  const keys = COMPARED_FIGURES.map(({ key }) => key);
  expect(keys[0]).toBe("cost");
  expect(new Set(keys).size).toBe(keys.length);
});

import { expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { diffPlan, routeFigures, sumFigures } from "./diff-plan";

const board = buildBoard(
  ["a", "b", "c", "d"].map((id, index) => boardVisitAt(id, index * 2 + 1, index)),
  [["a", "b"], ["c"], []],
  { route: (index) => (index === 1 ? { status: "dispatched" } : {}) },
);

test("tells route by route what comes, goes and changes places, and sums it up", () => {
  const sequences = [
    { routeId: "route-0", visitIds: ["b", "a"] },
    { routeId: "route-1", visitIds: ["d"] },
  ];
  const after = applySequences(board, sequences, boardLegs(board));
  const diff = diffPlan(board.routes, after.routes);
  expect(diff.routes.map((route) => [route.isChanged, route.isReordered, route.isDispatched])).toEqual([
    [true, true, false],
    [true, false, true],
    [false, false, false],
  ]);
  expect(diff.routes[1]).toMatchObject({ addedVisitIds: ["d"], removedVisitIds: ["c"], number: 2 });
  expect(diff.routes[1]!.after).toEqual(routeFigures(after.routes[1]!.schedule));
  expect(diff.totals).toEqual({ before: sumFigures(board.routes), after: sumFigures(after.routes) });
  expect(diff.totals.after).toMatchObject({ stops: 3, routesUsed: 2 });
});

test("the day's emissions are those of all its used routes, and unknown where one's are", () => {
  const emitting = (routes: number) => {
    const rules = board.routes.map((route, index) =>
      index < routes ? { ...route, rules: { ...route.rules, emissionGramsPerKm: 200 } } : route,
    );
    const known = { ...board, routes: rules };
    const sequences = board.routes.map(({ id, stops }) => ({
      routeId: id,
      visitIds: stops.map(({ visitId }) => visitId),
    }));
    return applySequences(known, sequences, boardLegs(known)).routes;
  };
  expect(sumFigures(emitting(1)).emissionsGrams).toBeNull();
  const routes = emitting(2);
  const grams = routes.map(({ schedule }) => Math.round(schedule.distanceMeters / 5));
  expect(sumFigures(routes).emissionsGrams).toBe(grams[0]! + grams[1]!);
  expect(grams[0]).toBeGreaterThan(0);
});

test("a route that only one side knows counts as unchanged", () => {
  const diff = diffPlan(board.routes, []);
  expect(diff.routes.some((route) => route.isChanged)).toBe(false);
  expect(diff.totals.after).toEqual(diff.totals.before);
});

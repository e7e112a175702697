import { expect, it } from "vitest";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { makeBoard } from "../testing/make-board";
import { fittingPlaces } from "./fitting-places";

const board = makeBoard({ routes: 4, stopsPerRoute: 6, pool: 3 });

it("offers three routes, each at the price and with the rules that the move itself then shows", () => {
  const places = fittingPlaces(board, "p-1");
  expect(new Set(places.map((place) => place.route.id)).size).toBe(3);
  for (const { preview, to } of places) {
    const move = evaluateMove(board, { visitIds: ["p-1"], to }, boardLegs(board));
    expect(move).toMatchObject({ ok: true, delta: preview.delta, newBreaks: preview.newBreaks });
  }
});

it("names the stop it would follow by its number on the route", () => {
  const [first] = fittingPlaces(board, "p-1");
  const { route, behindStop, preview } = first!;
  expect(route.stops[behindStop - 1]?.visitId ?? null).toBe(preview.afterVisitId);
});

it("says what would have to give: the rules broken are those of the skill it needs", () => {
  const visits = new Map(board.visits).set("p-1", { ...board.visits.get("p-1")!, skills: ["crane"], windows: [] });
  for (const { preview } of fittingPlaces({ ...board, visits }, "p-1")) {
    expect(preview.newBreaks.map((each) => each.rule)).toContainEqual({ rule: "skill", missing: "crane" });
  }
});

it("offers nothing for a stop without a position", () => {
  const visits = new Map(board.visits).set("p-1", { ...board.visits.get("p-1")!, position: null });
  expect(fittingPlaces({ ...board, visits }, "p-1")).toEqual([]);
});

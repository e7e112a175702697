import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { findBestInsertions } from "@/server/domain/plan/what-if/find-best-insertions";
import { makeBoard } from "../testing/make-board";
import { dropTags } from "./drop-tags";
import { LineCache, mapRoutes } from "./map-shapes";
import { RouteShapeBook } from "./route-shape-book";

const { format } = wordsFor("boardMap");
const board = makeBoard({ routes: 4, stopsPerRoute: 5, pool: 1 });
const found = findBestInsertions(board, ["v-1-2"], boardLegs(board), { most: 4 });
const previews = new Map(found.ok ? found.insertions.map((each) => [each.routeId, each]) : []);

function tags(hiddenId?: string) {
  const stateOf = (id: string) => (id === hiddenId ? "hidden" : "normal");
  const routes = mapRoutes(board, new Map(), new RouteShapeBook(), new LineCache(), stateOf);
  return dropTags(format, board, routes, ["v-1-2"], previews);
}

it("says for every other route on the map what it would make of the stop, on its own line", () => {
  const routeIds = tags().map(({ routeId }) => routeId);
  expect(routeIds.sort()).toEqual(["route-2", "route-3", "route-4"]);
  const doors = [...board.visits.values(), ...board.depots].map(({ position }) => `${position?.lng} ${position?.lat}`);
  for (const { lng, lat, change } of tags()) {
    expect(change).toMatch(/\d+ min/);
    expect(doors).toContain(`${lng} ${lat}`);
  }
});

it("puts routes that stay within the rules first, and leaves hidden ones out", () => {
  const order = tags().map(({ isWorse }) => Number(isWorse));
  expect(order).toEqual(order.toSorted());
  expect(tags("route-3").map(({ routeId }) => routeId)).not.toContain("route-3");
});

it("says nothing of stops without a place", () => {
  expect(dropTags(format, board, [], ["nobody"], previews)).toEqual([]);
});

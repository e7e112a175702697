import { expect, it } from "vitest";
import { encodePolyline } from "@/server/domain/polyline";
import { makeBoard } from "../testing/make-board";
import { drawRouteLine } from "./draw-route-line";
import { RouteShapeBook } from "./route-shape-book";

const board = makeBoard({ routes: 1, stopsPerRoute: 3, pool: 0 });
const route = board.routes[0]!;
const ids = route.stops.map((stop) => stop.visitId);
const bend = encodePolyline([
  { lat: 41.4, lng: 2.1 },
  { lat: 41.41, lng: 2.11 },
]);

it("draws depot, stops and depot straight while no road is known", () => {
  const line = drawRouteLine(route, ids, board.visits, new RouteShapeBook());
  expect(line).toHaveLength(5);
  expect(line[0]).toEqual(line[4]);
});

it("follows the road where it is known, and keeps it when other stops move", () => {
  const book = new RouteShapeBook();
  book.learn([route], [{ routeId: route.id, version: route.version, legs: ["", bend, ""], back: "" }]);
  expect(drawRouteLine(route, ids, board.visits, book)).toContainEqual([2.11, 41.41]);
  const edited = [ids[0]!, ids[1]!];
  expect(drawRouteLine(route, edited, board.visits, book)).toContainEqual([2.11, 41.41]);
  const reversed = [ids[1]!, ids[0]!];
  expect(drawRouteLine(route, reversed, board.visits, book)).not.toContainEqual([2.11, 41.41]);
});

it("does not take shapes of another version, nor text that is no line", () => {
  const book = new RouteShapeBook();
  book.learn([route], [{ routeId: route.id, version: route.version + 1, legs: ["", bend, ""], back: "" }]);
  expect(drawRouteLine(route, ids, board.visits, book)).toHaveLength(5);
  book.learn([route], [{ routeId: route.id, version: route.version, legs: ["", "\u0001", ""], back: "" }]);
  expect(drawRouteLine(route, ids, board.visits, book)).toHaveLength(5);
});

it("draws nothing for an empty route, and leaves out stops nobody can find", () => {
  expect(drawRouteLine(route, [], board.visits, new RouteShapeBook())).toEqual([]);
  const visits = new Map(board.visits);
  visits.set(ids[1]!, { ...visits.get(ids[1]!)!, position: null });
  expect(drawRouteLine(route, ids, visits, new RouteShapeBook())).toHaveLength(4);
});

import { expect, test } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { makeBoard } from "../testing/make-board";
import { encodedLines, reviewLines } from "./review-lines";

const straight = { find: () => null };
const board = makeBoard({ routes: 10, stopsPerRoute: 4, pool: 1 });
const moved = (count: number) => {
  const sequences = board.routes.slice(0, count).map((route) => ({
    routeId: route.id,
    visitIds: route.stops.slice(1).map((stop) => stop.visitId),
  }));
  return applySequences(board, sequences, boardLegs(board));
};

test("draws each changed route as it would be, and the ways it would no longer take", () => {
  const lines = reviewLines(board, moved(1), straight);
  expect(lines.map(({ routeId, kind }) => [routeId, kind])).toEqual([
    ["route-1", "removed"],
    ["route-1", "removed"],
    ["route-1", "proposed"],
  ]);
  expect(lines.at(-1)!.line).toHaveLength(5);
});

test("leaves out the ways left behind where many routes change, and everything where none does", () => {
  expect(new Set(reviewLines(board, moved(10), straight).map(({ kind }) => kind))).toEqual(new Set(["proposed"]));
  expect(reviewLines(board, board, straight)).toEqual([]);
});

test("takes measured ways first, and others where one is missing or cannot be read", () => {
  const known = [
    [1, 2],
    [3, 4],
  ] as const;
  const lines = encodedLines(
    new Map([
      ["a>b", "_p~iF~ps|U_ulLnnqC"],
      ["b>c", ""],
    ]),
    { find: () => known },
  );
  expect(lines.find("a", "b")).toEqual([
    [-120.2, 38.5],
    [-120.95, 40.7],
  ]);
  expect(lines.find("b", "c")).toBe(known);
  expect(lines.find("c", "d")).toBe(known);
});

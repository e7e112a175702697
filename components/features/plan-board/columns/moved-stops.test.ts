import fc from "fast-check";
import { expect, test } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { movedStops } from "./moved-stops";

const board = makeBoard({ routes: 2, stopsPerRoute: 6, pool: 1 });
const [first, second] = board.routes;
const ids = routeVisitIds(first!);
const others = routeVisitIds(second!);
const after = (...sequences: readonly (readonly string[])[]) =>
  applySequences(
    board,
    sequences.map((visitIds, index) => ({ routeId: board.routes[index]!.id, visitIds: [...visitIds] })),
    boardLegs(board),
  );

test("says where each stop comes from and goes; what only makes room has not moved", () => {
  const [taken, last] = [ids[1]!, ids.at(-1)!];
  const sequence = ids.filter((id) => id !== taken);
  const moves = movedStops(board, after(sequence, [...others, taken]));
  expect([...moves]).toEqual([[taken, { from: 1, to: 2 }]]);
  expect([...movedStops(board, after([last, ...ids.slice(0, -1)], others))]).toEqual([[last, { from: 1, to: 1 }]]);
  expect(movedStops(board, after(ids.slice(1), others)).get(ids[0]!)).toEqual({ from: 1, to: null });
});

test("the rest of a route put in order anew stands as before", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length }), (order) => {
      const moves = movedStops(board, after(order, others));
      const kept = order.filter((id) => !moves.has(id));
      expect(kept).toEqual(ids.filter((id) => !moves.has(id)));
      if (order.every((id, index) => id === ids[index])) expect(moves.size).toBe(0);
    }),
  );
});

import { describe, expect, test } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { buildRoutingProblem, type ProblemOptions } from "./build-routing-problem";

const IDS = ["a", "b", "c", "d"];
const asked: ProblemOptions = { startFrom: "current", keepDrivers: false, balance: null, clustering: 0 };

/** One route that goes back to load before c; `over` says what else it is. */
function loadedDay(over: (route: BoardRoute, board: PlanBoard) => BoardRoute = (route) => route): PlanBoard {
  const visits = IDS.map((id, index) => boardVisitAt(id, 4 + index * 3, index));
  const plain = buildBoard(visits, [IDS]);
  const sequence = { routeId: "route-0", visitIds: IDS, reloads: [{ visitId: "c", loadSeconds: 900 }] };
  const board = applySequences(plain, [sequence], boardLegs(plain));
  return { ...board, routes: board.routes.map((route) => over(route, board)) };
}

function problemOf(board: PlanBoard, options: Partial<ProblemOptions> = {}) {
  const routeIds = board.routes.map(({ id }) => id);
  const built = buildRoutingProblem(board, { ...asked, scope: { kind: "routes", routeIds }, ...options });
  const visit = (id: string) => built.problem.visits[built.visitIds.indexOf(id)]!;
  return { built, van: built.problem.vehicles[0]!, visit };
}

describe("the optimizer's question of a route that loads again", () => {
  test("as often as it does already when it begins as it is, and not when it begins empty", () => {
    const board = loadedDay();
    const { van } = problemOf(board);
    expect(van.reload).toEqual({ location: van.startLocation, durationSeconds: 900, maxCount: 1 });
    expect(problemOf(board, { startFrom: "empty" }).van.reload).toBeUndefined();
  });

  test("as often and as long as is asked for", () => {
    const reload = { loadSeconds: 600, maxCount: 5 };
    expect(problemOf(loadedDay(), { reload }).van.reload).toMatchObject({ durationSeconds: 600, maxCount: 5 });
    const { van } = problemOf(buildBoard([boardVisitAt("a", 1, 1)], [["a"]]), { startFrom: "empty", reload });
    expect(van.reload).toMatchObject({ durationSeconds: 600, maxCount: 5 });
  });

  test("of stops that keep their places, those before the reload take no room, and its way takes its time", () => {
    const { built, van, visit } = problemOf(loadedDay((route) => ({ ...route, frozenStops: 3 })));
    expect(van.frozenVisits).toHaveLength(3);
    expect(van.reload).toBeUndefined();
    expect(built.reloads[0]!.front).toEqual([{ visitId: "c", loadSeconds: 900 }]);
    expect(["a", "b", "c", "d"].map((id) => visit(id).deliver[2])).toEqual([0, 0, 1, 1]);
    expect(visit("c").checkInSeconds).toBeGreaterThan(900);
    expect(visit("b").checkInSeconds ?? 0).toBe(0);
  });

  test("what is made was made when it was: the way back to load is in it already", () => {
    const driven = loadedDay((route, board) => underWayAt(route, 3, board));
    const { built, visit } = problemOf(driven, { reload: { loadSeconds: 600, maxCount: 3 } });
    expect(built.reloads[0]).toEqual({
      front: [{ visitId: "c", loadSeconds: 900 }],
      trips: { durationSeconds: 600, maxCount: 2 },
    });
    expect(visit("c").checkInSeconds ?? 0).toBe(0);
    expect(visit("a").deliver[2]).toBe(0);
  });
});

import { describe, expect, test } from "vitest";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { liveRoutes } from "./live-routes";
import { byBreach, routeFigures } from "./route-figures";

const HOUR = 3600;

/** A board on which only the first two stops of the first route were promised a time. */
function promisedBoard() {
  const board = makeBoard();
  const [route] = board.routes as [BoardRoute];
  const [a, b, c] = route.stops.map(({ visitId }) => visitId) as [string, string, string];
  const until = new Map([
    [a, 10 * HOUR],
    [b, 11 * HOUR],
  ]);
  const visits = new Map(
    [...board.visits].map(([id, visit]) => {
      const toSeconds = until.get(id);
      return [id, { ...visit, windows: toSeconds ? [{ fromSeconds: 8 * HOUR, toSeconds }] : [] }] as const;
    }),
  );
  return { board: { ...board, visits } as PlanBoard, route, a, b, c };
}

function figuresOf(...[board, route, stops, expected, now]: [PlanBoard, BoardRoute, ...Rest]) {
  const runs = makeRuns(board, route.id, stops, expected);
  const live = liveRoutes(runs, [{ id: route.id, status: "started" }], board.plan.midnightEpochMs).get(route.id)!;
  return { live, route, figures: routeFigures(route, live, board, now) };
}
type Rest = [Parameters<typeof makeRuns>[2], Parameters<typeof makeRuns>[3], number];

describe("what a driven route's row says", () => {
  test("done, failed, next and late come from what happened and what is expected", () => {
    const { board, route, a, b, c } = promisedBoard();
    const { figures } = figuresOf(
      board,
      route,
      { [a]: { status: "failed", completed: 9 * HOUR }, [b]: { status: "planned" }, [c]: { status: "enroute" } },
      { [b]: { arrive: 11.5 * HOUR, late: 0.5 * HOUR }, [c]: { arrive: 9.2 * HOUR } },
      9 * HOUR,
    );
    expect(figures).toMatchObject({ done: 1, failed: 1, lateStops: 1, worstLateSeconds: 0.5 * HOUR });
    expect(figures.next).toMatchObject({ visitId: c, isUnderway: true, arriveSeconds: 9.2 * HOUR });
    expect(figures.breachSeconds).toBe(2 * HOUR);
    expect(figures.slackSeconds).toBe(-0.5 * HOUR);
  });

  test("what was left open on a past day is counted, and is neither next nor late", () => {
    const { board, route, a } = promisedBoard();
    const runs = makeRuns(board, route.id, { [a]: { status: "delivered", completed: 12 * HOUR } }, {});
    const sent = [{ id: route.id, status: "started" as const }];
    const live = liveRoutes(runs, sent, board.plan.midnightEpochMs, true).get(route.id)!;
    const figures = routeFigures(route, live, board, null);
    expect(figures).toMatchObject({ done: 1, lateStops: 0, next: null, breachSeconds: null, slackSeconds: null });
    expect(figures.stops).toBe(route.stops.length);
  });

  test("a broken promise in ten minutes comes before a worse one in two hours, and tight before loose", () => {
    const { board, route, a, b } = promisedBoard();
    const other = (id: string, number: number): BoardRoute => ({ ...route, id, number });
    const soon = figuresOf(
      board,
      other("soon", 3),
      {},
      { [a]: { arrive: 10.1 * HOUR }, [b]: { arrive: 9 * HOUR } },
      9.8 * HOUR,
    );
    const later = figuresOf(
      board,
      other("later", 1),
      {},
      { [a]: { arrive: 9 * HOUR }, [b]: { arrive: 13 * HOUR } },
      9.8 * HOUR,
    );
    const tight = figuresOf(
      board,
      other("tight", 4),
      {},
      { [a]: { arrive: 9.9 * HOUR }, [b]: { arrive: 10 * HOUR } },
      9.8 * HOUR,
    );
    const loose = figuresOf(
      board,
      other("loose", 2),
      {},
      { [a]: { arrive: 8 * HOUR }, [b]: { arrive: 8 * HOUR } },
      9.8 * HOUR,
    );
    expect(byBreach([loose, later, tight, soon]).map((each) => each.route.id)).toEqual([
      "soon",
      "later",
      "tight",
      "loose",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { applySequences, withRoutes } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { insertAtBest } from "./find-best-position";
import { mergeDraft } from "./merge-draft";
import { type MoveIntent, moveStops } from "./move-stops";
import { boardVisit, type PlanBoard, routeVisitIds } from "./plan-board";
import type { SequenceInverse } from "./plan-edit";
import { retimeRoute } from "./retime-route";
import { turnEdit } from "./turn-edit";
import { frontStops, madeStops } from "./under-way";
import { routeScore } from "./what-if/route-score";

const HOUR = 3600;
const IDS = Array.from({ length: 14 }, (_, index) => `v${index}`);

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly opens: number | null;
  readonly serviceSeconds: number;
}

const spots = fc.array(
  fc.record({
    x: fc.integer({ min: -40, max: 40 }),
    y: fc.integer({ min: -40, max: 40 }),
    opens: fc.option(fc.integer({ min: 7 * HOUR, max: 14 * HOUR })),
    serviceSeconds: fc.integer({ min: 0, max: 1200 }),
  }),
  { minLength: IDS.length, maxLength: IDS.length },
);

/** Three routes, the first two of them driven for so many stops; four visits in the pool. */
function dayOf(where: readonly Spot[], made: readonly [number, number], frozenStops = 0): PlanBoard {
  const visits = IDS.map((id, index) => {
    const { x, y, opens, serviceSeconds } = where[index]!;
    const windows = opens === null ? [] : [{ fromSeconds: opens, toSeconds: opens + HOUR }];
    return boardVisitAt(id, x, y, { windows, serviceSeconds });
  });
  const board = buildBoard(visits, [IDS.slice(0, 5), IDS.slice(5, 9), []], { route: () => ({ frozenStops }) });
  return withRoutes(
    board,
    board.routes.map((route, index) => (index < 2 ? underWayAt(route, made[index]!, board) : route)),
  );
}

const days = fc
  .tuple(spots, fc.nat(5), fc.nat(4), fc.nat(2))
  .map(([where, first, second, frozen]) => dayOf(where, [first, second], frozen));
const step = fc.record({
  visitIds: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 4 }),
  route: fc.nat(2),
  kind: fc.constantFrom("position" as const, "best" as const, "pool" as const, "undo" as const),
  after: fc.option(fc.constantFrom(...IDS)),
  overrideLocks: fc.boolean(),
});

const madeOf = (board: PlanBoard) =>
  board.routes.map((route) => ({
    stops: routeVisitIds(route).slice(0, madeStops(route)),
    times: route.schedule.stops
      .slice(0, madeStops(route))
      .map(({ arriveSeconds, startSeconds, departSeconds }) => [arriveSeconds, startSeconds, departSeconds]),
  }));

describe("a route under way", () => {
  test("keeps what is made, with its times, whatever is asked for in whatever order", () => {
    fc.assert(
      fc.property(days, fc.array(step, { maxLength: 12 }), (day, steps) => {
        let board = day;
        const undo: SequenceInverse[] = [];
        for (const { visitIds, route, kind, after, overrideLocks } of steps) {
          const legs = boardLegs(board);
          const inverse = undo.at(-1);
          if (kind === "undo") {
            const turned = inverse && turnEdit(board, inverse, legs, { overrideLocks, asNewChange: true });
            undo.pop();
            if (turned?.ok) board = applySequences(board, turned.sequences, legs);
          } else {
            const routeId = `route-${route}`;
            const to: MoveIntent["to"] =
              kind === "pool" ? { kind } : kind === "best" ? { kind, routeId } : { kind, routeId, afterVisitId: after };
            const moved = moveStops(board, { visitIds, to, overrideLocks }, legs);
            if (moved.ok) {
              undo.push(moved.inverse);
              board = applySequences(board, moved.sequences, legs);
            }
          }
          expect(madeOf(board)).toEqual(madeOf(day));
          expect(new Set([...board.routes.flatMap(routeVisitIds), ...board.pool]).size).toBe(IDS.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps what is made by the time a draft is taken, wherever the draft had put it", () => {
    fc.assert(
      fc.property(days, fc.shuffledSubarray(IDS.slice(0, 5), { minLength: 5 }), (day, visitIds) => {
        const draft = { routes: [{ routeId: "route-0", visitIds, legs: [], baseVersion: 1 }] };
        const { sequences } = mergeDraft(day, draft as never, new Set(), boardLegs(day));
        expect(madeOf(applySequences(day, sequences, boardLegs(day)))).toEqual(madeOf(day));
      }),
    );
  });

  test("takes a visit at the place behind its front where trying them all says it is best", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...IDS.slice(9)), (board, visitId) => {
        const legs = boardLegs(board);
        for (const route of board.routes.slice(0, 2)) {
          const scoreOf = (visitIds: readonly string[]) => {
            const { schedule, rules } = retimeRoute(route, visitIds, board, legs);
            return routeScore(rules, schedule);
          };
          const own = routeVisitIds(route);
          const gaps = own.map((_, gap) => gap + 1).filter((gap) => gap >= frontStops(route));
          if (frontStops(route) === 0) gaps.unshift(0);
          const best = Math.min(...gaps.map((gap) => scoreOf(own.toSpliced(gap, 0, visitId))));
          const visits = own.map((id) => boardVisit(board, id));
          const found = insertAtBest(route, visits, [boardVisit(board, visitId)], legs).map(({ id }) => id);
          expect(found.slice(0, frontStops(route))).toEqual(own.slice(0, frontStops(route)));
          expect(scoreOf(found)).toBeCloseTo(best, 4);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is timed from what has happened, and nothing open is reached before the driver's last word", () => {
    fc.assert(
      fc.property(days, (board) => {
        for (const { schedule, underWay, ...route } of board.routes.slice(0, 2)) {
          const { made, startedSeconds, asOfSeconds } = underWay!;
          expect(schedule.startSeconds).toBe(startedSeconds);
          const open = schedule.stops.slice(made.length);
          for (const [index, stop] of open.entries()) {
            const before =
              open[index - 1]?.departSeconds ?? Math.max(startedSeconds, ...made.map((m) => m.departSeconds));
            expect(stop.arriveSeconds).toBe(Math.max(asOfSeconds, before + stop.legSeconds));
          }
          expect(schedule.driveSeconds).toBe(
            [...route.stops.map(({ leg }) => leg), route.returnLeg!].reduce((sum, leg) => sum + leg.durationSeconds, 0),
          );
        }
      }),
    );
  });

  test("asks once before anything comes before the next two stops, and never moves a made one", () => {
    const where = IDS.map((_, index) => ({ x: index, y: index, opens: null, serviceSeconds: 60 }));
    const board = dayOf(where, [1, 0]);
    const refusal = (intent: MoveIntent) => {
      const outcome = moveStops(board, intent, boardLegs(board));
      return outcome.ok ? null : outcome.refusal;
    };
    const behind = (afterVisitId: string | null) => ({ kind: "position" as const, routeId: "route-0", afterVisitId });
    for (const overrideLocks of [false, true]) {
      const made = { reason: "stop-made", visitId: "v0" };
      expect(refusal({ visitIds: ["v0"], to: { kind: "pool" }, overrideLocks })).toEqual(made);
      expect(refusal({ visitIds: ["v9"], to: behind(null), overrideLocks })).toEqual(made);
    }
    const next = (visitId: string) => ({ reason: "stop-locked", visitId, lock: "next" });
    expect(refusal({ visitIds: ["v9"], to: behind("v0") })).toEqual(next("v1"));
    expect(refusal({ visitIds: ["v9"], to: behind("v1") })).toEqual(next("v2"));
    expect(refusal({ visitIds: ["v2"], to: { kind: "pool" } })).toEqual(next("v2"));
    expect(refusal({ visitIds: ["v9"], to: behind("v0"), overrideLocks: true })).toBeNull();
    expect(refusal({ visitIds: ["v9"], to: behind("v2") })).toBeNull();
    expect(refusal({ visitIds: ["v3"], to: { kind: "pool" } })).toBeNull();
  });
});

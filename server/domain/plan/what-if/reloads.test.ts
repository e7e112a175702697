import fc from "fast-check";
import { expect, test } from "vitest";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { applySequences } from "../apply-board-patch";
import { boardLegs } from "../board-legs";
import { sumFigures } from "../diff-plan";
import { evaluateMove } from "../evaluate-insertion";
import { moveStops } from "../move-stops";
import { type BoardRoute, boardVisit, type PlanBoard, routeVisitIds } from "../plan-board";
import { retimeRoute } from "../retime-route";
import { findBestInsertions } from "./find-best-insertions";
import { PositionProbe } from "./position-probe";
import { newRuleBreaks } from "./preview-route";
import { routeCaches } from "./route-caches";
import { routeScore } from "./route-score";

const HOUR = 3600;
const terms = fc.record({
  x: fc.integer({ min: -40, max: 40 }),
  y: fc.integer({ min: -40, max: 40 }),
  from: fc.option(fc.integer({ min: 8 * HOUR, max: 14 * HOUR }), { nil: undefined }),
  serviceSeconds: fc.integer({ min: 0, max: 1500 }),
  amount: fc.integer({ min: 0, max: 4 }),
  kind: fc.constantFrom("deliver", "pickup"),
  home: fc.integer({ min: 0, max: 2 }),
  isReload: fc.boolean(),
});

/** Days with two routes that load again here and there, one of them driven, and a pool that is never empty. */
const days = fc
  .record({ orders: fc.array(terms, { minLength: 3, maxLength: 10 }), made: fc.integer({ min: 0, max: 3 }) })
  .map(({ orders, made }) => {
    const visits = orders.map(({ x, y, from, serviceSeconds, amount, kind }, index) => {
      const some = [0, 0, amount, 0] as const;
      const none = [0, 0, 0, 0] as const;
      return boardVisitAt(`v${index}`, x, y, {
        serviceSeconds,
        windows: from === undefined ? [] : [{ fromSeconds: from, toSeconds: from + HOUR }],
        deliver: kind === "deliver" ? some : none,
        pickup: kind === "pickup" ? some : none,
      });
    });
    const fresh = boardVisitAt("new", 5, 5);
    const homeOf = (home: number) => visits.filter((_, index) => orders[index]!.home === home).map(({ id }) => id);
    const rules = { capacity: [10, 10, 6, 10] as const, maxDistanceMeters: 60_000 };
    const board = buildBoard([...visits, fresh], [homeOf(0), homeOf(1)], { rules });
    const sequences = board.routes.map((route) => {
      const visitIds = routeVisitIds(route);
      const reloads = visitIds
        .slice(1)
        .flatMap((visitId) => (orders[Number(visitId.slice(1))]!.isReload ? [{ visitId, loadSeconds: 900 }] : []));
      return { routeId: route.id, visitIds, reloads };
    });
    const loading = applySequences(board, sequences, boardLegs(board));
    const [first, second] = loading.routes;
    if (first!.stops.length < made) return loading;
    return { ...loading, routes: [underWayAt(first!, made, loading), second!] };
  });

const scoreOf = ({ rules, schedule, underWay }: BoardRoute) => {
  const fromSeconds = underWay?.startedSeconds ?? rules.shift.fromSeconds;
  const own = { ...rules, shift: { ...rules.shift, fromSeconds } };
  return routeScore(own, schedule);
};

/** Timed from nothing, with the reloads it has. */
function timed(board: PlanBoard, route: BoardRoute, visitIds: readonly string[]): BoardRoute {
  return retimeRoute(route, visitIds, board, boardLegs({ ...board, routes: [] }));
}

test("every gap of a route that loads again is scored as the route is timed with the visit in it", () => {
  fc.assert(
    fc.property(days, (board) => {
      const legs = boardLegs({ ...board, routes: [] });
      const visit = boardVisit(board, "new");
      for (const route of board.routes) {
        const caches = routeCaches(board, route);
        const probe = new PositionProbe(caches, legs);
        const around = probe.around(visit);
        for (let gap = caches.frontStops; gap <= route.stops.length; gap++) {
          const after = timed(board, route, routeVisitIds(route).toSpliced(gap, 0, "new"));
          expect(probe.scoreAt(visit, around, gap)).toBeCloseTo(scoreOf(after), 4);
        }
        const { schedule } = route;
        expect([caches.distanceMeters, caches.driveSeconds]).toEqual(
          route.stops.length > 0 ? [schedule.distanceMeters, schedule.driveSeconds] : [0, 0],
        );
      }
    }),
    { numRuns: 300 },
  );
});

test("previews of insertions and moves are what the day becomes, reloads and all", () => {
  fc.assert(
    fc.property(days, fc.nat(), fc.nat(), (board, pick, other) => {
      const legs = boardLegs(board);
      const best = findBestInsertions(board, ["new"], legs);
      if (!best.ok) throw new Error(best.refusal.reason);
      for (const { routeId, visitIds, delta, newBreaks } of best.insertions) {
        const route = board.routes.find(({ id }) => id === routeId)!;
        const after = timed(board, route, visitIds);
        expect(delta.costCents).toBe(after.schedule.costCents - route.schedule.costCents);
        expect(newBreaks).toEqual(newRuleBreaks(route, after));
      }
      const ids = [...board.visits.keys()];
      const [visitId, routeId] = [ids[pick % ids.length]!, board.routes[other % 2]!.id];
      const intent = { visitIds: [visitId], to: { kind: "best" as const, routeId } };
      const preview = evaluateMove(board, intent, legs);
      const outcome = moveStops(board, intent, legs);
      if (!preview.ok || !outcome.ok) return void expect(preview.ok).toBe(outcome.ok);
      const after = applySequences(board, outcome.sequences, legs);
      const [was, is] = [sumFigures(board.routes), sumFigures(after.routes)];
      expect(preview.delta.costCents).toBe(is.costCents - was.costCents);
      expect(preview.delta.lateSeconds).toBe(is.lateSeconds - was.lateSeconds);
    }),
    { numRuns: 300 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applySequences } from "../apply-board-patch";
import { boardLegs } from "../board-legs";
import { routeFigures, sumFigures } from "../diff-plan";
import { evaluateInsertion, evaluateMove } from "../evaluate-insertion";
import { insertAtBest } from "../find-best-position";
import { type BoardRoute, type BoardVisit, boardVisit, type PlanBoard, routeVisitIds } from "../plan-board";
import { retimeRoute } from "../retime-route";
import { evaluateRetiming } from "./evaluate-retiming";
import { evaluateSwap } from "./evaluate-swap";
import { findBestInsertions } from "./find-best-insertions";
import { newRuleBreaks, type PlanChangePreview } from "./preview-route";
import { routeScore } from "./route-score";

const HOUR = 3600;
const span = fc
  .tuple(fc.integer({ min: 7 * HOUR, max: 17 * HOUR }), fc.integer({ min: 0, max: HOUR }))
  .map(([fromSeconds, length]) => ({ fromSeconds, toSeconds: fromSeconds + length }));
const windows = fc.oneof(
  fc.constant([]),
  span.map((window) => [window]),
  span.map(({ fromSeconds, toSeconds }) => [
    { fromSeconds, toSeconds },
    { fromSeconds: toSeconds + 900, toSeconds: toSeconds + 2700 },
  ]),
);
/** Often the depot's own place, or one that several share. */
const place = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.constantFrom(0, 5));
const terms = fc.record({
  x: place,
  y: place,
  checkInSeconds: fc.constantFrom(0, 0, 240, 900),
  windows,
  windowSemantics: fc.constantFrom("start" as const, "finish" as const),
  serviceSeconds: fc.integer({ min: 0, max: 1500 }),
  amount: fc.integer({ min: 0, max: 4 }),
  kind: fc.constantFrom("deliver", "pickup", "pair"),
  skills: fc.constantFrom([], [], [], ["cold"]),
});

/** Lunch, in a window that often does not fit what is planned, and sometimes a short break behind it. */
const breaks = fc
  .tuple(fc.integer({ min: 8 * HOUR, max: 15 * HOUR }), fc.integer({ min: 0, max: 2 * HOUR }), fc.boolean())
  .map(([fromSeconds, length, isFollowed]) => {
    const lunch = { fromSeconds, toSeconds: fromSeconds + length, durationSeconds: 1800 };
    const coffee = { fromSeconds: fromSeconds + HOUR, toSeconds: fromSeconds + length + HOUR, durationSeconds: 600 };
    return isFollowed ? [lunch, coffee] : [lunch];
  });

/** Days with two routes and a pool; pairs stand on one route in order, or in the pool. */
const days = fc
  .record({
    orders: fc.array(terms, { minLength: 3, maxLength: 10 }),
    homes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 10, maxLength: 10 }),
    isOpen: fc.boolean(),
    maxVisits: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    maxDistanceMeters: fc.option(fc.integer({ min: 5_000, max: 40_000 }), { nil: undefined }),
    breaks: fc.option(breaks, { nil: undefined }),
    shiftEnd: fc.integer({ min: 9 * HOUR, max: 18 * HOUR }),
  })
  .map(({ orders, homes, isOpen, shiftEnd, ...limits }) => {
    const visits = orders.flatMap((order, index) => visitsOf(order, index));
    const home = (visit: BoardVisit) => homes[Number(visit.id.slice(1).split(".")[0])];
    const sequences = [0, 1].map((route) => visits.filter((visit) => home(visit) === route).map((visit) => visit.id));
    const { maxVisits, maxDistanceMeters, breaks: ofDriver } = limits;
    return buildBoard(visits, sequences, {
      rules: {
        capacity: [10, 10, 7, 10],
        shift: { fromSeconds: 8 * HOUR, toSeconds: shiftEnd },
        ...(ofDriver && { breaks: ofDriver }),
        ...(maxVisits !== undefined && { maxVisits }),
        ...(maxDistanceMeters !== undefined && { maxDistanceMeters }),
      },
      route: () => (isOpen ? { end: null, returnLeg: null } : {}),
    });
  })
  // Open ends change the way the routes are timed.
  .map((board) => ({ ...board, routes: board.routes.map((route) => retimed(board, route)) }));

function visitsOf(order: typeof terms extends fc.Arbitrary<infer T> ? T : never, index: number): BoardVisit[] {
  const { x, y, amount, kind, ...rest } = order;
  const none = [0, 0, 0, 0] as const;
  const some = [0, 0, amount, 0] as const;
  if (kind !== "pair") {
    const loads = kind === "deliver" ? { deliver: some, pickup: none } : { deliver: none, pickup: some };
    return [boardVisitAt(`v${index}`, x, y, { ...rest, ...loads })];
  }
  const half = { ...rest, pairKey: `pair${index}`, deliver: none };
  return [
    boardVisitAt(`v${index}.1`, x, y, { ...half, pairRole: "pickup", pickup: some }),
    boardVisitAt(`v${index}.2`, y, x, { ...half, pairRole: "dropoff", pickup: none }),
  ];
}

function retimed(board: PlanBoard, route: BoardRoute): BoardRoute {
  return retimeRoute(route, routeVisitIds(route), board, boardLegs({ ...board, routes: [] }));
}

/** Every figure of the preview is that of the day timed anew from nothing. */
function expectExact(board: PlanBoard, preview: PlanChangePreview): PlanBoard {
  const after = applySequences(board, preview.routes, boardLegs({ ...board, routes: [] }));
  expectDifference(board.routes, after.routes, preview);
  return after;
}

function expectDifference(before: readonly BoardRoute[], after: readonly BoardRoute[], preview: PlanChangePreview) {
  const [was, is] = [sumFigures(before), sumFigures(after)];
  for (const key of Object.keys(preview.delta) as (keyof typeof preview.delta)[]) {
    expect(preview.delta[key], key).toBe(is[key] - was[key]);
  }
  expect(preview.newBreaks).toEqual(after.flatMap((route, index) => newRuleBreaks(before[index]!, route)));
  for (const { routeId, loadDelta } of preview.routes) {
    const [old, next] = [before, after].map((routes) => routes.find((route) => route.id === routeId)!.schedule);
    expect(loadDelta).toEqual(routeFigures(next!).maxLoad.map((load, d) => load - routeFigures(old!).maxLoad[d]!));
  }
}

const runs = { numRuns: 300 };

describe("what if", () => {
  test("best insertions are exact, and on each route no other place is better", () => {
    fc.assert(
      fc.property(days, fc.nat(), (board, pick) => {
        const visitId = [...board.visits.keys()][pick % board.visits.size]!;
        const best = findBestInsertions(board, [visitId], boardLegs(board));
        if (!best.ok) throw new Error(best.refusal.reason);
        for (const preview of best.insertions) {
          const { delta, newBreaks, isApproximate, routeId } = preview;
          const route = board.routes.find((each) => each.id === routeId)!;
          const after = retimed(board, { ...route, stops: preview.visitIds.map((id) => stopOf(id)) });
          expectDifference([route], [after], { routes: [preview], delta, newBreaks, isApproximate });
          for (const sequence of everyPlacement(board, route, best.visitIds)) {
            const other = retimed(board, { ...route, stops: sequence.map((id) => stopOf(id)) });
            expect(scoreOf(after)).toBeLessThanOrEqual(scoreOf(other) + 1e-6);
          }
        }
      }),
      runs,
    );
  });

  test("of all routes the one that breaks least comes first, then the cheapest", () => {
    const cold = boardVisitAt("new", 3, 3, { skills: ["cold"] });
    const board = buildBoard([boardVisitAt("a", 3, 2), boardVisitAt("b", -9, 9), cold], [["a"], ["b"], []]);
    const routes = board.routes.map((route, index) =>
      index === 1 ? { ...route, rules: { ...route.rules, skills: ["cold"] } } : route,
    );
    const best = findBestInsertions({ ...board, routes }, ["new"], boardLegs(board));
    expect(best.ok && best.insertions.map((each) => each.routeId)).toEqual(["route-1", "route-0", "route-2"]);
  });

  test("moves, removals, exact places and swaps are exact", () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 }), (board, pick, other, kind) => {
        const ids = [...board.visits.keys()];
        const [a, b] = [ids[pick % ids.length]!, ids[other % ids.length]!];
        const legs = boardLegs(board);
        const routeId = board.routes[other % 2]!.id;
        const after = [null, ...routeVisitIds(board.routes[other % 2]!)][
          pick % (board.routes[other % 2]!.stops.length + 1)
        ]!;
        const preview = [
          () => evaluateMove(board, { visitIds: [a], to: { kind: "best", routeId } }, legs),
          () => evaluateMove(board, { visitIds: [a], to: { kind: "position", routeId, afterVisitId: after } }, legs),
          () => evaluateMove(board, { visitIds: [a, b], to: { kind: "pool" } }, legs),
          () => evaluateSwap(board, [a, b], legs),
        ][kind]!();
        if (!preview.ok) return void expect(preview.refusal.reason).toMatch(/^pair-(order|split)$/);
        const next = expectExact(board, preview);
        expect([...next.pool, ...next.routes.flatMap(routeVisitIds)].sort()).toEqual([...ids].sort());
      }),
      runs,
    );
  });

  test("a swap puts each where the other was, on one route or two", () => {
    const board = buildBoard(
      ["a", "b", "c", "d"].map((id, x) => boardVisitAt(id, x * 3, x)),
      [["a", "b"], ["c"]],
    );
    const sequences = (one: string, other: string) => {
      const preview = evaluateSwap(board, [one, other], boardLegs(board));
      return preview.ok && preview.routes.map((route) => route.visitIds.join(""));
    };
    expect(sequences("a", "b")).toEqual(["ba"]);
    expect(sequences("a", "c")).toEqual(["cb", "a"]);
    expect(sequences("d", "b")).toEqual(["ad"]);
    expect(sequences("a", "a")).toEqual([]);
  });

  test("a swap is refused like a move: locks, started routes, pairs torn apart", () => {
    const half = { pairKey: "pair" };
    const board = buildBoard(
      [
        boardVisitAt("p", 1, 1, { ...half, pairRole: "pickup" }),
        boardVisitAt("q", 2, 1, { ...half, pairRole: "dropoff" }),
        boardVisitAt("c", 2, 2),
      ],
      [["p", "q"], ["c"]],
      { route: (index) => (index === 1 ? { locked: true } : {}) },
    );
    const legs = boardLegs(board);
    const reason = (one: string, other: string) => {
      const preview = evaluateSwap(board, [one, other], legs);
      return preview.ok ? null : preview.refusal.reason;
    };
    expect(reason("p", "q")).toBe("pair-order");
    expect(reason("p", "c")).toBe("pair-split");
    expect(reason("c", "nobody")).toBe("visit-not-found");
    expect(reason("c", "c")).toBe("route-locked");
  });

  test("other times are exact, for a shift and for a visit", () => {
    fc.assert(
      fc.property(days, fc.nat(), span, fc.integer({ min: 0, max: HOUR }), (board, pick, window, serviceSeconds) => {
        const legs = boardLegs(board);
        const route = board.routes[pick % 2]!;
        const shifted = evaluateRetiming(board, { kind: "shift", routeId: route.id, ...window }, legs);
        const withShift = { ...route, rules: { ...route.rules, shift: window } };
        if (!shifted.ok) throw new Error(shifted.refusal.reason);
        expectDifference([route], [retimed(board, withShift)], shifted);

        const visitId = [...board.visits.keys()][pick % board.visits.size]!;
        const change = { serviceSeconds, windows: [window], windowSemantics: "finish" as const };
        const served = evaluateRetiming(board, { kind: "visit", visitId, ...change }, legs);
        if (!served.ok) throw new Error(served.refusal.reason);
        const visits = new Map(board.visits).set(visitId, { ...boardVisit(board, visitId), ...change });
        const after = board.routes.map((each) => retimed({ ...board, visits }, each));
        expectDifference(board.routes, after, served);
      }),
      runs,
    );
  });

  test("refuses times that cannot be, and routes that are finished", () => {
    const board = buildBoard([boardVisitAt("a", 1, 1)], [["a"]], { route: () => ({ status: "finished" }) });
    const reason = (change: Parameters<typeof evaluateRetiming>[1]) => {
      const preview = evaluateRetiming(board, change, boardLegs(board));
      return preview.ok ? null : preview.refusal.reason;
    };
    expect(reason({ kind: "shift", routeId: "route-0", fromSeconds: 24 * HOUR })).toBe("impossible-times");
    expect(reason({ kind: "visit", visitId: "a", serviceSeconds: -1 })).toBe("impossible-times");
    expect(reason({ kind: "visit", visitId: "a", serviceSeconds: 60 })).toBe("route-finished");
    expect(reason({ kind: "visit", visitId: "b", serviceSeconds: 60 })).toBe("visit-not-found");
    expect(reason({ kind: "shift", routeId: "route-9" })).toBe("route-not-found");
  });

  test("several visits go in one by one, the same from caches as from scratch", () => {
    fc.assert(
      fc.property(days, (board) => {
        const legs = boardLegs(board);
        const route = board.routes[0]!;
        const visits = board.pool.map((visitId) => boardVisit(board, visitId));
        if (visits.length === 0) return;
        const { visitIds } = evaluateInsertion(board, board.pool, route, "best", legs);
        const current = routeVisitIds(route).map((visitId) => boardVisit(board, visitId));
        const plain = (...[from, to, profile]: Parameters<typeof legs>) => legs(from, to, profile);
        expect(visitIds).toEqual(insertAtBest(route, current, visits, plain).map((visit) => visit.id));
      }),
      runs,
    );
  });
});

function scoreOf({ rules, schedule }: BoardRoute): number {
  return routeScore(rules, schedule);
}

function stopOf(visitId: string): BoardRoute["stops"][number] {
  const leg = { durationSeconds: 0, distanceMeters: 0, isEstimate: true };
  return { visitId, leg, lockedToDriver: false, lockedToPosition: false };
}

/** One visit at every place of the rest of the route, or a pickup with its drop-off anywhere behind it. */
function everyPlacement(board: PlanBoard, route: BoardRoute, visitIds: readonly string[]): string[][] {
  const [first, second] = visitIds;
  const rest = routeVisitIds(route).filter((visitId) => !visitIds.includes(visitId));
  const places = Array.from({ length: rest.length + 1 }, (_, index) => index);
  const placed = places.map((index) => rest.toSpliced(index, 0, first!));
  if (second === undefined) return placed;
  expect(boardVisit(board, first!).pairRole).toBe("pickup");
  return places.flatMap((index) =>
    places.filter((behind) => behind >= index).map((behind) => placed[index]!.toSpliced(behind + 1, 0, second)),
  );
}

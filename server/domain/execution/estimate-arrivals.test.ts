import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { retimeRoute } from "@/server/domain/plan/retime-route";
import type { RoutingBreak } from "@/server/domain/plan/routing-problem";
import { boardVisitAt, buildBoard, DEPOT } from "@/server/testing/board-builder";
import { type ArrivalsInput, estimateArrivals, type StopProgress } from "./estimate-arrivals";

const HOUR = 3600;
const IDS = ["a", "b", "c", "d", "e"];

function dayOf(windows: Readonly<Record<string, readonly [number, number]>> = {}) {
  const visits = IDS.map((id, index) => {
    const window = windows[id];
    return boardVisitAt(id, index + 1, index % 2, {
      ...(window && { windows: [{ fromSeconds: window[0], toSeconds: window[1] }] }),
    });
  });
  const board = buildBoard(visits, [IDS]);
  return { board, route: board.routes[0]! };
}

function restingDay(breaks: RoutingBreak[], windows?: Parameters<typeof dayOf>[0]) {
  const { board, route } = dayOf(windows);
  const rules = { ...route.rules, breaks };
  return { board, route: retimeRoute({ ...route, rules }, IDS, board, boardLegs(board)) };
}

const NOTHING: StopProgress = {
  status: "planned",
  departedSeconds: null,
  arrivedSeconds: null,
  completedSeconds: null,
};
const done = (at: number): StopProgress => ({
  ...NOTHING,
  status: "delivered",
  arrivedSeconds: at - 60,
  completedSeconds: at,
});

function arrivals(
  over: Partial<ArrivalsInput> & { stops?: Record<string, StopProgress>; startedSeconds?: number | null },
) {
  const day = dayOf();
  return estimateArrivals({
    board: day.board,
    route: day.route,
    progress: {
      startedSeconds: over.startedSeconds === undefined ? 8 * HOUR : over.startedSeconds,
      isFinished: false,
      stops: new Map(Object.entries(over.stops ?? {})),
    },
    nowSeconds: 8 * HOUR,
    seenAt: null,
    ...over,
  });
}

describe("arrivals", () => {
  test("a route that runs as planned arrives as planned", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }), (hours) => {
        const windows = Object.fromEntries(
          IDS.map((id, index) => [id, [(8 + hours[index]!) * HOUR, (10 + hours[index]!) * HOUR] as const]),
        );
        const { board, route } = dayOf(windows);
        const { startSeconds } = route.schedule;
        const { stops, endSeconds } = estimateArrivals({
          board,
          route,
          progress: { startedSeconds: startSeconds, isFinished: false, stops: new Map() },
          nowSeconds: startSeconds,
          seenAt: null,
        });
        expect(stops.map(({ arriveSeconds }) => arriveSeconds)).toEqual(
          route.schedule.stops.map(({ arriveSeconds }) => arriveSeconds),
        );
        expect(stops.map(({ lateSeconds }) => lateSeconds)).toEqual(
          route.schedule.stops.map(({ breaks }) => breaks.find((each) => each.rule === "late")?.seconds ?? 0),
        );
        expect(endSeconds).toBe(route.schedule.endSeconds);
      }),
    );
  });

  test("a route with breaks that runs as planned arrives as planned, and is back as planned", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (hours, from, length) => {
          const windows = Object.fromEntries(
            IDS.map((id, index) => [id, [(8 + hours[index]!) * HOUR, (10 + hours[index]!) * HOUR] as const]),
          );
          const lunch = {
            fromSeconds: (9 + from) * HOUR,
            toSeconds: (9 + from + length) * HOUR,
            durationSeconds: 1800,
          };
          const { board, route } = restingDay([lunch], windows);
          const { startSeconds, endSeconds } = route.schedule;
          const progress = { startedSeconds: startSeconds, isFinished: false, stops: new Map() };
          const asked = { board, route, progress, nowSeconds: startSeconds, seenAt: null };
          const expected = estimateArrivals(asked);
          expect(expected.stops.map(({ arriveSeconds }) => arriveSeconds)).toEqual(
            route.schedule.stops.map(({ arriveSeconds }) => arriveSeconds),
          );
          expect(expected.endSeconds).toBe(endSeconds);
        },
      ),
    );
  });

  test("who is having his break goes on when it is to end, and nobody waits for one whose latest begin has passed", () => {
    const lunch = { fromSeconds: 8.5 * HOUR, toSeconds: 9 * HOUR, durationSeconds: 1800 };
    const { board, route } = restingDay([lunch]);
    const progress = { startedSeconds: 8 * HOUR, isFinished: false, stops: new Map([["a", done(8.5 * HOUR)]]) };
    const first = (nowSeconds: number, driven = route) =>
      estimateArrivals({ board, route: driven, progress, nowSeconds, seenAt: null }).stops[0]!.arriveSeconds;
    const underWay = { startedSeconds: 8 * HOUR, asOfSeconds: 8.75 * HOUR, made: [], breaksTaken: 1 };
    const resting = { ...underWay, restsUntilSeconds: 9.25 * HOUR };
    const scheduled = (under: typeof underWay) =>
      retimeRoute({ ...route, underWay: under }, IDS, board, boardLegs(board));
    const way = route.stops[1]!.leg.durationSeconds;
    expect(first(8.75 * HOUR, scheduled(resting))).toBe(9.25 * HOUR + way);
    expect(first(8.75 * HOUR, scheduled(underWay))).toBe(Math.max(8.75 * HOUR, 8.5 * HOUR + way));
    expect(first(9.5 * HOUR)).toBe(Math.max(9.5 * HOUR, 8.5 * HOUR + way));
  });

  test("whatever has happened, nothing is expected before now, each stop after the one before, and only open ones", () => {
    const progress = fc.constantFrom<StopProgress>(
      NOTHING,
      { ...NOTHING, status: "enroute", departedSeconds: 9 * HOUR },
      { ...NOTHING, status: "arrived", arrivedSeconds: 9 * HOUR },
      done(9 * HOUR),
    );
    fc.assert(
      fc.property(
        fc.record({ a: progress, b: progress, c: progress, d: progress, e: progress }),
        fc.integer({ min: 9 * HOUR, max: 20 * HOUR }),
        fc.boolean(),
        (stops, nowSeconds, isSeen) => {
          const seenAt = isSeen ? { position: DEPOT.position, atSeconds: nowSeconds - 60 } : null;
          const result = arrivals({ stops, nowSeconds, seenAt });
          const open = IDS.filter((id) => stops[id as "a"].completedSeconds === null);
          expect(result.stops.map(({ visitId }) => visitId).sort()).toEqual(open);
          let last = 0;
          for (const stop of result.stops) {
            const isThere = stops[stop.visitId as "a"].status === "arrived";
            if (!isThere) expect(stop.arriveSeconds).toBeGreaterThanOrEqual(Math.max(nowSeconds, last));
            expect(stop.departSeconds).toBeGreaterThanOrEqual(stop.startSeconds);
            last = stop.departSeconds;
          }
          expect(result.endSeconds).toBeGreaterThanOrEqual(Math.max(nowSeconds, last));
        },
      ),
    );
  });

  test("a driver who has not left is expected to leave now, not earlier", () => {
    const { stops } = arrivals({ startedSeconds: null, nowSeconds: 11 * HOUR });
    expect(stops[0]!.arriveSeconds).toBe(11 * HOUR + dayOf().route.stops[0]!.leg.durationSeconds);
  });

  test("the stop he heads for comes first, whatever the plan says", () => {
    const stops = { a: done(9 * HOUR), d: { ...NOTHING, status: "enroute" as const, departedSeconds: 9 * HOUR } };
    const result = arrivals({ stops, nowSeconds: 9 * HOUR + 10 });
    expect(result.stops.map(({ visitId, stopsBefore }) => `${stopsBefore}${visitId}`)).toEqual([
      "0d",
      "1b",
      "2c",
      "3e",
    ]);
  });

  test("where he was just seen counts for the next way; an old sighting does not", () => {
    const stops = { a: done(9 * HOUR) };
    const atB = dayOf().board.visits.get("b")!.position!;
    const nowSeconds = 9 * HOUR + 300;
    const fresh = arrivals({ stops, nowSeconds, seenAt: { position: atB, atSeconds: nowSeconds } });
    expect(fresh.stops[0]!.arriveSeconds).toBe(nowSeconds);
    const old = arrivals({ stops, nowSeconds, seenAt: { position: DEPOT.position, atSeconds: nowSeconds - 3600 } });
    expect(old.stops).toEqual(arrivals({ stops, nowSeconds }).stops);
  });

  test("late is counted from the window", () => {
    const { board, route } = dayOf({ b: [8 * HOUR, 9 * HOUR] });
    const progress = { startedSeconds: 8 * HOUR, isFinished: false, stops: new Map([["a", done(10 * HOUR)]]) };
    const input = { board, route, progress, nowSeconds: 10 * HOUR, seenAt: null };
    const usual = estimateArrivals(input);
    expect(usual.stops[0]!.lateSeconds).toBe(usual.stops[0]!.startSeconds - 9 * HOUR);
  });

  test("a finished route expects nothing", () => {
    const { board, route } = dayOf();
    const progress = { startedSeconds: 8 * HOUR, isFinished: true, stops: new Map() };
    expect(estimateArrivals({ board, route, progress, nowSeconds: 12 * HOUR, seenAt: null }).stops).toEqual([]);
  });

  test("whoever loads on the way arrives that much later, unless he heads for the door already", () => {
    const { board: plain } = dayOf();
    const sequence = { routeId: "route-0", visitIds: IDS, reloads: [{ visitId: "c", loadSeconds: 1200 }] };
    const board = applySequences(plain, [sequence], boardLegs(plain));
    const route = board.routes[0]!;
    const [b, c] = [route.schedule.stops[1]!, route.schedule.stops[2]!];
    const stops = { a: done(route.schedule.stops[0]!.departSeconds), b: done(b.departSeconds) };
    const nowSeconds = b.departSeconds;
    expect(arrivals({ board, route, nowSeconds, stops }).stops[0]).toMatchObject({
      visitId: "c",
      arriveSeconds: c.arriveSeconds,
    });
    const leftSeconds = c.reload!.departSeconds + 300;
    const heading: StopProgress = { ...NOTHING, status: "enroute", departedSeconds: leftSeconds };
    expect(arrivals({ board, route, nowSeconds: leftSeconds, stops: { ...stops, c: heading } }).stops[0]).toMatchObject(
      {
        arriveSeconds: c.arriveSeconds + 300,
      },
    );
    // Seen at the depot: what is left is loading, and the way from there.
    const seenAt = { position: DEPOT.position, atSeconds: nowSeconds };
    const [seen] = arrivals({ board, route, nowSeconds, stops, seenAt }).stops;
    expect(seen!.arriveSeconds).toBe(nowSeconds + 1200 + c.legSeconds);
  });
});

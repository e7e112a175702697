import { describe, expect, test } from "vitest";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { liveRouteAt, liveRoutes, type PlanRuns } from "./live-routes";

const board = makeBoard();
const [route] = board.routes;
const [first, second] = route!.stops.map(({ visitId }) => visitId) as [string, string];
const drive = (runs: PlanRuns, status: "planned" | "dispatched" = "dispatched") =>
  liveRoutes(runs, [{ id: route!.id, status }], board.plan.midnightEpochMs).get(route!.id)!;
const nothing: PlanRuns = { routes: [], stops: [], arrivals: [], links: [] };
const link = (status: "offered" | "accepted" | "declined", openedAt: Date | null): PlanRuns => ({
  ...nothing,
  links: [{ routeId: route!.id, status, openedAt }],
});

describe("routes as they are driven", () => {
  test("a driver's phase goes from the unsent route to the finished one", () => {
    expect(drive(nothing, "planned").phase).toBe("unsent");
    expect(drive(link("offered", null)).phase).toBe("sent");
    expect(drive(link("offered", new Date())).phase).toBe("opened");
    expect(drive(link("accepted", new Date())).phase).toBe("accepted");
    expect(drive(link("declined", new Date())).phase).toBe("declined");
    expect(drive(makeRuns(board, route!.id, {}, {}, { started: 100 })).phase).toBe("started");
    expect(drive(makeRuns(board, route!.id, {}, {}, { started: 100, breakFrom: 200 })).phase).toBe("break");
    expect(drive(makeRuns(board, route!.id, {}, {}, { started: 100, finished: 900 })).phase).toBe("finished");
  });

  test("a past day's route that nobody closed is left, unless somebody still expects its driver or it never went out", () => {
    const past = (runs: PlanRuns, status: "planned" | "dispatched" = "dispatched") =>
      liveRoutes(runs, [{ id: route!.id, status }], board.plan.midnightEpochMs, true).get(route!.id)!.phase;
    expect(past(link("accepted", new Date()))).toBe("left");
    expect(past(makeRuns(board, route!.id, {}, {}, { started: 100 }))).toBe("left");
    expect(past(makeRuns(board, route!.id, {}, { [first]: { arrive: 900 } }, { started: 100 }))).toBe("started");
    expect(past(makeRuns(board, route!.id, {}, {}, { started: 100, finished: 900 }))).toBe("finished");
    expect(past(nothing, "planned")).toBe("unsent");
  });

  test("at a moment of the day only what had happened by then is known", () => {
    const runs = makeRuns(
      board,
      route!.id,
      {
        [first]: { status: "delivered", departed: 110, arrived: 200, completed: 300 },
        [second]: { status: "failed", departed: 310, arrived: 400, completed: 500 },
      },
      {},
      { started: 100, finished: 900 },
    );
    const whole = drive(runs);
    const at = (seconds: number) => {
      const { phase, stops } = liveRouteAt(whole, seconds);
      return [phase, stops.get(first)?.status, stops.get(second)?.status];
    };
    expect(at(50)).toEqual(["opened", "planned", "planned"]);
    expect(at(150)).toEqual(["started", "enroute", "planned"]);
    expect(at(250)).toEqual(["started", "arrived", "planned"]);
    expect(at(350)).toEqual(["started", "delivered", "enroute"]);
    expect(at(500)).toEqual(["started", "delivered", "failed"]);
    expect(at(900)[0]).toBe("finished");
  });
});

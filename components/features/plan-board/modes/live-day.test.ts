import { describe, expect, it } from "vitest";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { PlanBoard, RouteStatus } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { dayOutcome, routeProgress, routesByState, tightestPromises } from "./live-day";

const plain = makeBoard({ routes: 3, stopsPerRoute: 3, pool: 2 });

/** Sends routes out and reports stops, by id. */
function withStates(routes: Record<string, RouteStatus>, visits: Record<string, DeliveryStatus> = {}): PlanBoard {
  return {
    ...plain,
    routes: plain.routes.map((route) => ({ ...route, status: routes[route.id] ?? "planned" })),
    visits: new Map([...plain.visits].map(([id, visit]) => [id, { ...visit, status: visits[id] ?? visit.status }])),
  };
}

describe("a day under way", () => {
  it("counts routes by how far they are, without those that stay in", () => {
    const board = withStates({ "route-1": "dispatched", "route-2": "started" });
    const idle = { ...board, routes: [...board.routes.slice(0, 2), { ...board.routes[2]!, stops: [] }] };
    const states = routesByState(idle);
    expect(Object.entries(states).map(([state, routes]) => [state, routes.length])).toEqual([
      ["planned", 0],
      ["dispatched", 1],
      ["started", 1],
      ["finished", 0],
    ]);
  });

  it("tells how far a route is from what its deliveries say", () => {
    const board = withStates({ "route-1": "started" }, { "v-1-1": "delivered", "v-1-2": "failed" });
    expect(routeProgress(board.routes[0]!, board)).toEqual({ stops: 3, delivered: ["v-1-1"], failed: ["v-1-2"] });
  });

  it("puts the tightest promise of the routes that are out first, and leaves out what is done", () => {
    const [first, second] = plain.routes[0]!.schedule.stops;
    const promise = (toSeconds: number) => [{ fromSeconds: 0, toSeconds }];
    const board = withStates({ "route-1": "dispatched" }, { "v-1-3": "delivered" });
    const visits = new Map(board.visits)
      .set("v-1-1", { ...board.visits.get("v-1-1")!, windows: promise(first!.startSeconds + 600) })
      .set("v-1-2", { ...board.visits.get("v-1-2")!, windows: promise(second!.startSeconds - 60) });
    const promises = tightestPromises({ ...board, visits }, 5);
    expect(promises.map(({ visitId, slackSeconds }) => [visitId, slackSeconds])).toEqual([
      ["v-1-2", -60],
      ["v-1-1", 600],
    ]);
    expect(tightestPromises(withStates({}), 5)).toEqual([]);
  });

  it("puts every stop of the day under exactly one outcome", () => {
    const board = withStates(
      { "route-1": "finished", "route-2": "dispatched" },
      { "v-1-1": "delivered", "v-1-2": "failed", "v-1-3": "returned", "v-2-1": "cancelled" },
    );
    const outcome = dayOutcome(board);
    expect(outcome).toMatchObject({
      delivered: ["v-1-1"],
      failed: ["v-1-2"],
      returned: ["v-1-3"],
      cancelled: ["v-2-1"],
    });
    expect(outcome.open).toEqual(["v-2-2", "v-2-3"]);
    expect(Object.values(outcome).flat().sort()).toEqual([...board.visits.keys()].sort());
  });
});

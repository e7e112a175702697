import { describe, expect, test } from "vitest";
import type { LiveEvent } from "@/components/lib/live-events";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { patchRuns } from "./patch-runs";

const board = makeBoard();
const planId = board.plan.id;
const [route] = board.routes;
const visitId = route!.stops[0]!.visitId;
const at = new Date("2026-03-09T09:00:00Z");
const said = (type: string, data: object = {}): LiveEvent =>
  ({
    type,
    entity: type.startsWith("stop.") ? "stop" : "route",
    entityId: type.startsWith("stop.") ? visitId : route!.id,
    planId,
    occurredAt: at,
    data: { routeId: route!.id, deliveryId: "d", ...data },
  }) as unknown as LiveEvent;
const runs = makeRuns(board, route!.id, {}, { [visitId]: { arrive: 100 } });
const stopOf = (...events: LiveEvent[]) =>
  events
    .reduce((before, event) => patchRuns(before, event, planId), runs)
    .stops.find((each) => each.visitId === visitId);

describe("events put into the day", () => {
  test("a stop goes from way to door to outcome, with the times of the acts", () => {
    expect(stopOf(said("stop.departed"))).toMatchObject({ status: "enroute", departedAt: at });
    expect(stopOf(said("stop.departed"), said("stop.arrived"))).toMatchObject({ status: "arrived", arrivedAt: at });
    const ended = patchRuns(runs, said("stop.completed", { outcome: "failed" }), planId);
    expect(ended.stops[0]).toMatchObject({ status: "failed", completedAt: at });
    expect(ended.arrivals).toEqual([]);
  });

  test("late news of an earlier act never takes an outcome back", () => {
    const events = [said("stop.completed", { outcome: "delivered" }), said("stop.departed"), said("stop.arrived")];
    expect(stopOf(...events)).toMatchObject({ status: "delivered", arrivedAt: at, departedAt: at, completedAt: at });
  });

  test("other plans' events, and those that say nothing of stops, change nothing", () => {
    expect(patchRuns(runs, { ...said("stop.arrived"), planId: "other" }, planId)).toBe(runs);
    expect(patchRuns(runs, said("route.arrivals-changed"), planId)).toBe(runs);
  });
});

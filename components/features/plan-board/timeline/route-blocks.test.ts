import { describe, expect, it } from "vitest";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { routePaths, servicePath, stopAt, stopBefore, stopNear } from "./route-blocks";

const scale = { fromSeconds: 0, toSeconds: 86_400, widthPixels: 8640 };
const planned = makeBoard().routes.find((route) => route.stops.length >= 2)!;
const bars = (path: string) => path.split("M").length - 1;
const withSchedule = (schedule: Partial<BoardRoute["schedule"]>): BoardRoute => ({
  ...planned,
  schedule: { ...planned.schedule, ...schedule },
});

describe("a route's blocks", () => {
  it("are as many as there are ways and services, the way back included", () => {
    const paths = routePaths(planned, scale);
    expect(bars(paths.service) + bars(paths.late)).toBe(planned.stops.length);
    expect(bars(paths.drive)).toBe(planned.stops.length + 1);
    const late = planned.schedule.stops.filter((stop) => stop.breaks.some((each) => each.rule === "late"));
    expect(bars(paths.late)).toBe(late.length);
  });

  it("set what is late apart from what is on time", () => {
    const stops = planned.schedule.stops.map((stop, index) => ({
      ...stop,
      breaks: index === 0 ? [{ rule: "late" as const, seconds: 60 }] : [],
    }));
    const paths = routePaths(withSchedule({ stops }), scale);
    expect(bars(paths.late)).toBe(1);
    expect(bars(paths.service)).toBe(stops.length - 1);
    expect(paths.late).toBe(servicePath(planned, new Set([stops[0]!.visitId]), scale));
  });

  it("show work beyond the shift", () => {
    expect(routePaths(withSchedule({ endSeconds: planned.rules.shift.toSeconds }), scale).over).toBe("");
    expect(bars(routePaths(withSchedule({ endSeconds: planned.rules.shift.toSeconds + 600 }), scale).over)).toBe(1);
  });

  it("tell which stop a moment belongs to", () => {
    const [first, second] = planned.schedule.stops;
    expect(stopAt(planned, planned.schedule.startSeconds - 1)).toBeNull();
    expect(stopAt(planned, first!.startSeconds)).toBe(0);
    expect(stopAt(planned, second!.arriveSeconds)).toBe(1);
    expect(stopAt(planned, planned.schedule.endSeconds + 1)).toBeNull();
    expect(stopBefore(planned, first!.startSeconds - 1)).toBeNull();
    expect(stopBefore(planned, second!.startSeconds)).toBe(second!.visitId);
    expect(stopBefore(planned, second!.startSeconds, new Set([second!.visitId]))).toBe(first!.visitId);
    expect(stopNear(planned, 0)).toBe(first!.visitId);
    expect(stopNear(planned, second!.startSeconds + 1)).toBe(second!.visitId);
    expect(stopNear(withSchedule({ stops: [] }), 0)).toBeNull();
  });
});

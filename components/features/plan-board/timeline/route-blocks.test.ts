import { describe, expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { routePaths, stopAt, stopBefore } from "./route-blocks";

const scale = { fromSeconds: 0, toSeconds: 86_400, widthPixels: 8640 };
const planned = makeBoard().routes.find((route) => route.stops.length >= 2)!;

describe("a route's blocks", () => {
  it("are as many as there are ways and services, the way back included", () => {
    const paths = routePaths(planned, scale);
    expect(paths.service.split("M").length - 1).toBe(planned.stops.length);
    expect(paths.drive.split("M").length - 1).toBe(planned.stops.length + 1);
    const late = planned.schedule.stops.filter((stop) => stop.breaks.some((each) => each.rule === "late"));
    expect(paths.late.split("M").length - 1).toBe(late.length);
  });

  it("mark what is late", () => {
    const stops = planned.schedule.stops.map((stop, index) => ({
      ...stop,
      breaks: index === 0 ? [{ rule: "late" as const, seconds: 60 }] : [],
    }));
    const paths = routePaths({ ...planned, schedule: { ...planned.schedule, stops } }, scale);
    expect(paths.late).toBe(paths.service.slice(0, paths.late.length));
    expect(paths.late.split("M").length - 1).toBe(1);
  });

  it("tell which stop a moment belongs to", () => {
    const [first, second] = planned.schedule.stops;
    expect(stopAt(planned, planned.schedule.startSeconds - 1)).toBeNull();
    expect(stopAt(planned, first!.startSeconds)).toBe(0);
    expect(stopAt(planned, second!.arriveSeconds)).toBe(1);
    expect(stopAt(planned, planned.schedule.endSeconds + 1)).toBeNull();
    expect(stopBefore(planned, first!.startSeconds - 1)).toBeNull();
    expect(stopBefore(planned, second!.startSeconds)).toBe(second!.visitId);
  });
});

import { describe, expect, test } from "vitest";
import { wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import { boardVisitAt, RULES } from "@/server/testing/board-builder";
import type { BoardVisit } from "./plan-board";
import { scheduleRoute } from "./schedule-route";

const HOUR = 3600;
const leg = { durationSeconds: 600, distanceMeters: 5000 };
const visit = (id: string, over: Partial<BoardVisit> = {}) => boardVisitAt(id, 0, 0, { serviceSeconds: 300, ...over });
const between = (from: number, to: number) => ({ windows: [{ fromSeconds: from * HOUR, toSeconds: to * HOUR }] });
const rulesOf = (breaks: readonly { rule: string }[]) => breaks.map((each) => each.rule);

describe("scheduleRoute", () => {
  test("drives, serves, returns and counts the cost", () => {
    const timed = scheduleRoute(RULES, [visit("a"), visit("b")], [leg, leg, leg]);
    expect(timed.stops.map((stop) => stop.arriveSeconds)).toEqual([8 * HOUR + 600, 8 * HOUR + 1500]);
    expect(timed).toMatchObject({
      startSeconds: 8 * HOUR,
      endSeconds: 8 * HOUR + 2400,
      distanceMeters: 15_000,
      driveSeconds: 1800,
    });
    expect(timed.costCents).toBe(5000 + 600 + Math.round((2400 * 2500) / 3600));
  });

  test("emits by the kilometre, nothing that stands still, and what nobody has said is not nothing", () => {
    const emits = (emissionGramsPerKm: number | undefined, ids: string[]) =>
      scheduleRoute(
        { ...RULES, ...(emissionGramsPerKm !== undefined && { emissionGramsPerKm }) },
        ids.map((id) => visit(id)),
        [...ids.map(() => leg), leg],
      ).emissionsGrams;
    expect(emits(182.55, ["a", "b"])).toBe(2738);
    expect(emits(0, ["a"])).toBe(0);
    expect(emits(undefined, ["a"])).toBeNull();
    expect(emits(undefined, [])).toBe(0);
  });

  test("leaves later rather than wait at the first door, and waits where leaving later would be late", () => {
    const one = scheduleRoute(RULES, [visit("a", between(10, 11))], [leg, leg]);
    expect(one).toMatchObject({ startSeconds: 10 * HOUR - 600, waitSeconds: 0 });
    const two = scheduleRoute(RULES, [visit("a", between(8, 9)), visit("b", between(12, 13))], [leg, leg, leg]);
    expect(two.stops[0]!.startSeconds).toBe(9 * HOUR);
    expect(two.waitSeconds).toBe(12 * HOUR - (9 * HOUR + 300 + 600));
    expect(two.lateStops).toBe(0);
  });

  test("takes the second window when the first is missed, and is late for the last one only", () => {
    const windows = [
      { fromSeconds: 7 * HOUR, toSeconds: 8 * HOUR },
      { fromSeconds: 9 * HOUR, toSeconds: 10 * HOUR },
    ];
    const timed = scheduleRoute(RULES, [visit("a", { windows }), visit("b", between(8, 9))], [leg, leg, leg]);
    expect(timed.stops[0]).toMatchObject({ startSeconds: expect.any(Number), breaks: [] });
    expect(timed.stops[0]!.startSeconds).toBeGreaterThanOrEqual(9 * HOUR);
    expect(timed.stops[1]!.breaks).toEqual([{ rule: "late", seconds: timed.stops[1]!.arriveSeconds - 9 * HOUR }]);
  });

  test("a window to finish in is shorter by the time at the door", () => {
    const open = [{ fromSeconds: 8 * HOUR, toSeconds: 8 * HOUR + 700 }];
    const start = scheduleRoute(RULES, [visit("a", { windows: open })], [leg, leg]);
    const finish = scheduleRoute(RULES, [visit("a", { windows: open, windowSemantics: "finish" })], [leg, leg]);
    expect([start.lateSeconds, finish.lateSeconds]).toEqual([0, 200]);
  });

  test("names every rule broken, with how far", () => {
    const rules = {
      ...RULES,
      shift: { fromSeconds: 8 * HOUR, toSeconds: 8 * HOUR + 1000 },
      capacity: [0, 0, 1, 0] as const,
    };
    const limits = { maxVisits: 1, maxDistanceMeters: 12_000, maxDriveSeconds: 1700 };
    const timed = scheduleRoute(
      { ...rules, ...limits },
      [visit("a"), visit("b", { skills: ["x"], features: ["y"] })],
      [leg, leg, leg],
    );
    expect(rulesOf(timed.stops[1]!.breaks)).toEqual(["shift", "skill", "feature"]);
    expect(rulesOf(timed.stops[0]!.breaks)).toEqual(["capacity"]);
    expect(timed.breaks).toEqual([
      { rule: "shift", seconds: 1400 },
      { rule: "max-visits", over: 1 },
      { rule: "max-distance", meters: 3000 },
      { rule: "max-drive-time", seconds: 100 },
    ]);
  });

  test("a pair's load is on board between its doors only; a wrong order is named", () => {
    const pickup = visit("p", { pairKey: "d", pairRole: "pickup", pickup: [0, 0, 4, 0], deliver: [0, 0, 0, 0] });
    const dropoff = visit("q", { pairKey: "d", pairRole: "dropoff", deliver: [0, 0, 0, 0] });
    const timed = scheduleRoute(RULES, [pickup, visit("a"), dropoff], [leg, leg, leg, leg]);
    expect(timed.stops.map((stop) => stop.loadAfter[2])).toEqual([5, 4, 0]);
    expect(timed.maxLoad[2]).toBe(5);
    const wrong = scheduleRoute(RULES, [dropoff, pickup], [leg, leg, leg]);
    expect(wrong.stops[0]!.breaks).toEqual([{ rule: "pair", reason: "dropoff-before-pickup" }]);
    expect(scheduleRoute(RULES, [pickup], [leg, leg]).stops[0]!.breaks).toEqual([
      { rule: "pair", reason: "other-route" },
    ]);
  });

  test("an open route ends at its last door, an empty one goes nowhere and costs nothing", () => {
    expect(scheduleRoute(RULES, [visit("a")], [leg])).toMatchObject({
      endSeconds: 8 * HOUR + 900,
      distanceMeters: 5000,
    });
    expect(scheduleRoute(RULES, [], [leg])).toMatchObject({
      costCents: 0,
      distanceMeters: 0,
      startSeconds: 8 * HOUR,
      endSeconds: 8 * HOUR,
    });
    expect(() => scheduleRoute(RULES, [visit("a")], [])).toThrow(/one leg per visit/);
  });

  test.each([
    ["2026-03-29", 1],
    ["2026-10-25", 3],
  ])("a shift over the clock change of %s lasts as long as it really does", (date, hours) => {
    const zone = "Europe/Copenhagen";
    const shift = {
      fromSeconds: wallToElapsedSeconds(date, zone, 1.5 * HOUR),
      toSeconds: wallToElapsedSeconds(date, zone, 3.5 * HOUR),
    };
    const twoHours = { durationSeconds: HOUR, distanceMeters: 1000 };
    const timed = scheduleRoute({ ...RULES, shift }, [visit("a", { serviceSeconds: 0 })], [twoHours, twoHours]);
    expect(timed.overtimeSeconds).toBe(Math.max(0, (2 - hours) * HOUR));
  });
});

import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard, RULES } from "@/server/testing/board-builder";
import { rulesFromNow } from "./problem-from-now";
import { scheduleRoute } from "./schedule-route";
import type { UnderWay } from "./under-way";

const HOUR = 3600;
const leg = { durationSeconds: 1800, distanceMeters: 9000 };
const lunch = { fromSeconds: 9 * HOUR, toSeconds: 10 * HOUR, durationSeconds: 1800 };
const rules = { ...RULES, breaks: [lunch] };
/** Half an hour's way and half an hour's work each: 8:30, 9:30, 10:30 at the doors. */
const visits = ["a", "b", "c"].map((id, x) => boardVisitAt(id, x + 1, 0, { serviceSeconds: 1800 }));
const legs = [leg, leg, leg, leg];

describe("a driver's break", () => {
  test("stands behind a service, moves what comes after it, and is not paid", () => {
    const [timed, without] = [scheduleRoute(rules, visits, legs), scheduleRoute(RULES, visits, legs)];
    expect(timed.driverBreaks).toEqual([{ before: 1, waitSeconds: 0, startSeconds: 9 * HOUR, endSeconds: 9.5 * HOUR }]);
    expect(timed.stops.map((stop) => stop.arriveSeconds)).toEqual([8.5 * HOUR, 10 * HOUR, 11 * HOUR]);
    expect(timed).toMatchObject({ endSeconds: without.endSeconds + 1800, workSeconds: without.workSeconds });
    expect(timed.costCents).toBe(without.costCents);
  });

  test("is left out by who is back by its latest begin", () => {
    expect(scheduleRoute(rules, visits.slice(0, 1), [leg, leg]).driverBreaks).toEqual([]);
    expect(scheduleRoute(rules, [], [leg]).driverBreaks).toEqual([]);
  });

  test("that cannot be in time begins late, and the rule broken is named", () => {
    const long = boardVisitAt("long", 1, 0, { serviceSeconds: 3 * HOUR });
    const early = { ...lunch, fromSeconds: 8.25 * HOUR, toSeconds: 8.4 * HOUR };
    const open = scheduleRoute(
      { ...rules, breaks: [{ ...early, toSeconds: 7 * HOUR, fromSeconds: 7 * HOUR }] },
      [long],
      [leg],
    );
    expect(open.breaks).toEqual([{ rule: "break", seconds: HOUR }]);
    expect(open.breakLateSeconds).toBe(HOUR);
  });

  test("lies behind once it was had or its window has passed; until then it is to come", () => {
    const made = [{ visitId: "a", arriveSeconds: 8.5 * HOUR, startSeconds: 8.5 * HOUR, departSeconds: 9 * HOUR }];
    const underWay: UnderWay = { startedSeconds: 8 * HOUR, asOfSeconds: 9.25 * HOUR, made };
    const timed = (more: Partial<UnderWay>) => scheduleRoute(rules, visits, legs, { ...underWay, ...more });
    // He has been on the way for a quarter of an hour: he is there first.
    expect(timed({}).driverBreaks).toEqual([
      { before: 2, waitSeconds: 0, startSeconds: 10 * HOUR, endSeconds: 10.5 * HOUR },
    ]);
    expect(timed({}).stops[2]!.arriveSeconds).toBe(11 * HOUR);
    expect(timed({ breaksTaken: 1 }).driverBreaks).toEqual([]);
    expect(timed({ asOfSeconds: 10.5 * HOUR }).driverBreaks).toEqual([]);
  });

  test("is asked of the optimizer from now on only: not in front of what is made", () => {
    const made = [{ visitId: "a", arriveSeconds: 8.5 * HOUR, startSeconds: 8.5 * HOUR, departSeconds: 9 * HOUR }];
    const [route] = buildBoard(visits, [["a", "b", "c"]], { rules }).routes;
    const asked = (more: Partial<UnderWay>) =>
      rulesFromNow({
        ...route!,
        underWay: { startedSeconds: 8 * HOUR, asOfSeconds: 9.25 * HOUR, made, ...more },
      }).breaks;
    expect(asked({})).toEqual([{ ...lunch, fromSeconds: 9.25 * HOUR }]);
    expect(asked({ breaksTaken: 1 })).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { liveRoutes } from "../live/live-routes";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { livePaths } from "./live-blocks";

const board = makeBoard();
const [route] = board.routes;
const [a, b, c] = route!.stops.map(({ visitId }) => visitId) as [string, string, string];
/** A pixel a second, so that paths can be read. */
const scale = { fromSeconds: 0, toSeconds: 86_400, widthPixels: 86_400 };
const draw = (
  ...[stops, expected, run, at]: [
    ...(Parameters<typeof makeRuns> extends [unknown, unknown, ...infer R] ? R : never),
    number,
  ]
) => {
  const runs = makeRuns(board, route!.id, stops, expected, run);
  const live = liveRoutes(runs, [{ id: route!.id, status: "started" }], board.plan.midnightEpochMs).get(route!.id)!;
  return livePaths(route!, live, scale, at);
};
const lefts = (path: string) => [...path.matchAll(/M([\d.]+)/g)].map(([, left]) => Number(left));

describe("the blocks of a driven route", () => {
  test("what happened stands where it happened, what is expected ahead of it, late apart", () => {
    const paths = draw(
      {
        [a]: { status: "delivered", departed: 1000, arrived: 2000, completed: 2500 },
        [b]: { status: "failed", arrived: 3000, completed: 3100 },
      },
      { [c]: { arrive: 5000, late: 60 } },
      { started: 900 },
      4000,
    );
    expect(lefts(paths.drive)).toEqual([1000]);
    expect(lefts(paths.served)).toEqual([2000]);
    expect(lefts(paths.failed)).toEqual([3000]);
    expect(lefts(paths.late)).toEqual([5000]);
    expect(paths.expected).toBe("");
    expect(lefts(paths.planned)).toHaveLength(route!.stops.length);
  });

  test("a way, a service and a break that last reach to the moment shown", () => {
    const width = (path: string) => Number(/h([\d.]+)v/.exec(path)?.[1]);
    const onTheWay = draw({ [a]: { status: "enroute", departed: 1000 } }, {}, { started: 900, breakFrom: 3000 }, 4000);
    expect(width(onTheWay.drive)).toBeCloseTo(2999.3, 0);
    expect(width(onTheWay.break)).toBeCloseTo(999.3, 0);
    const atDoor = draw(
      { [a]: { status: "arrived", arrived: 3500 } },
      { [a]: { arrive: 3500 } },
      { started: 900 },
      3700,
    );
    expect(width(atDoor.served)).toBeCloseTo(199.3, 0);
    expect(lefts(atDoor.expected)).toEqual([3700]);
  });
});

import { expect, test } from "vitest";
import { makeBoard } from "../testing/make-board";
import { RISK_SECONDS, routesByCount } from "./count-routes";
import type { LiveDay } from "./live-day-context";

const board = makeBoard({ routes: 4, stopsPerRoute: 2 });
const [a, b, c, d] = board.routes.map(({ id }) => id) as [string, string, string, string];
const day = (phases: Record<string, string>, figures: Record<string, object>) =>
  ({
    routes: new Map(Object.entries(phases).map(([id, phase]) => [id, { phase }])),
    figures: new Map(Object.entries(figures)),
  }) as unknown as LiveDay;

test("late routes are late, those that have little to spare are at risk, and unsent ones are neither opened nor at risk", () => {
  const counted = routesByCount(
    board,
    day(
      { [a]: "started", [b]: "started", [c]: "sent", [d]: "unsent" },
      {
        [a]: { lateStops: 2, slackSeconds: -600 },
        [b]: { lateStops: 0, slackSeconds: RISK_SECONDS - 1 },
        [c]: { lateStops: 0, slackSeconds: RISK_SECONDS },
        [d]: { lateStops: 0, slackSeconds: 0 },
      },
    ),
    new Set([a]),
  );
  expect(counted).toMatchObject({ late: [a], risk: [b], silent: [a], unopened: [c], break: [], finished: [] });
});

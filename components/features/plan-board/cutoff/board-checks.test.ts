import { expect, test } from "vitest";
import { makeBoard } from "../testing/make-board";
import { boardChecks } from "./board-checks";

const board = makeBoard({ routes: 6, stopsPerRoute: 8, pool: 3 });

test("what is unassigned, late and strained is what the board's schedules say", () => {
  const { unassigned, late, strained } = boardChecks(board);
  expect(unassigned).toEqual(board.pool);
  expect(late).toHaveLength(board.routes.reduce((sum, { schedule }) => sum + schedule.lateStops, 0));
  expect(strained.every((route) => board.routes.includes(route))).toBe(true);
});

test("the latest stop comes first", () => {
  const delays = boardChecks(board).late.map(({ lateSeconds }) => lateSeconds);
  expect(delays).toEqual([...delays].sort((a, b) => b - a));
});

test("a route past its shift is strained", () => {
  const [first, ...rest] = board.routes;
  const tired = { ...first!, schedule: { ...first!.schedule, overtimeSeconds: 60 } };
  expect(boardChecks({ ...board, routes: [tired, ...rest] }).strained).toContain(tired);
});

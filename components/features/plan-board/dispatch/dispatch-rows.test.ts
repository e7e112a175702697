import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { dispatchRows } from "./dispatch-rows";

const board = makeBoard({ routes: 5, stopsPerRoute: 4, pool: 0 });

it("offers every route with stops, over the channels its driver has", () => {
  const rows = dispatchRows(board.routes);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatchObject({ channels: ["email", "sms"], obstacle: null });
});

it("keeps back a driver nobody can reach, and a route that is out already", () => {
  const sent = board.routes.map((route, index) => (index === 0 ? { ...route, status: "dispatched" as const } : route));
  const rows = dispatchRows(sent);
  expect(rows[0]!.obstacle).toBe("sent");
  expect(rows[3]!.obstacle).toBe("no-contact");
});

it("leaves out empty routes", () => {
  const none = makeBoard({ routes: 2, stopsPerRoute: 0, pool: 1 });
  expect(dispatchRows(none.routes)).toEqual([]);
});

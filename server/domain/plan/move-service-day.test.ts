import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayMoveOrder, moveServiceDay } from "./move-service-day";

const [TODAY, TOMORROW] = ["2026-03-02", "2026-03-03"];
const MOVE = { fromDate: TODAY, toDate: TOMORROW, promise: "keep" } as const;

function order(over: Partial<DayMoveOrder> = {}, door: Partial<DayMoveOrder["doors"][number]> = {}): DayMoveOrder {
  return {
    id: "order",
    projectId: "project",
    status: "requested",
    serviceDate: TODAY,
    allowedDays: {},
    rolledOverFrom: [],
    doors: [{ visitId: "door", windows: [], isOnRoute: false, isLocked: false, ...door }],
    ...over,
  };
}

describe("moving an order to another day", () => {
  test("notes the day it comes from, every time", () => {
    expect(moveServiceDay(order(), "project", MOVE)).toEqual({
      ok: true,
      moved: { id: "order", serviceDate: TOMORROW, rolledOverFrom: [TODAY], windows: [] },
    });
    const again = moveServiceDay(order({ rolledOverFrom: ["2026-03-01"] }), "project", MOVE);
    expect(again).toMatchObject({ moved: { rolledOverFrom: ["2026-03-01", TODAY] } });
  });

  test.each([
    ["unknown", undefined],
    ["unknown", order({ projectId: "another" })],
    ["unknown", order({ serviceDate: TOMORROW })],
    ["unknown", order({ serviceDate: null })],
    ["closed", order({ status: "delivered" })],
    ["closed", order({ status: "cancelled" })],
    ["dispatched", order({ status: "assigned" })],
    ["dispatched", order({ status: "enroute" })],
    ["on-route", order({}, { isOnRoute: true })],
    ["locked", order({}, { isOnRoute: true, isLocked: true })],
    ["promised", order({}, { windows: [{ date: TODAY, fromSeconds: 0, toSeconds: 60 }] })],
  ] as const)("is refused: %s", (refusal, candidate) => {
    expect(moveServiceDay(candidate, "project", MOVE)).toEqual({ ok: false, refusal });
  });

  test("one door of a pair on a route keeps the whole pair", () => {
    const free = { visitId: "a", windows: [], isOnRoute: false, isLocked: false };
    const pair = order({ doors: [free, { ...free, visitId: "b", isOnRoute: true }] });
    expect(moveServiceDay(pair, "project", MOVE)).toEqual({ ok: false, refusal: "on-route" });
  });

  test("times of the day move along only when asked, and times of a third day never", () => {
    const promised = order({}, { windows: [{ date: TODAY, fromSeconds: 0, toSeconds: 60 }] });
    const moved = moveServiceDay(promised, "project", { ...MOVE, promise: "move" });
    expect(moved).toMatchObject({
      moved: { windows: [{ visitId: "door", windows: [{ date: TOMORROW, fromSeconds: 0, toSeconds: 60 }] }] },
    });
    const third = order({}, { windows: [{ date: "2026-03-09", fromSeconds: 0, toSeconds: 60 }] });
    expect(moveServiceDay(third, "project", { ...MOVE, promise: "move" })).toMatchObject({ refusal: "promised" });
  });

  test("there and back again leaves the order as it was", () => {
    const window = fc.record({
      date: fc.constantFrom(undefined, TODAY, TOMORROW, "2026-03-09"),
      fromSeconds: fc.constant(0),
      toSeconds: fc.constant(60),
    });
    fc.assert(
      fc.property(fc.array(window, { maxLength: 3 }), fc.constantFrom("keep", "move"), (windows, promise) => {
        const before = order({}, { windows: windows.map(({ date, ...rest }) => (date ? { date, ...rest } : rest)) });
        const there = moveServiceDay(before, "project", { ...MOVE, promise });
        fc.pre(there.ok);
        const { moved } = there as Extract<typeof there, { ok: true }>;
        const between = order(
          { serviceDate: moved.serviceDate, rolledOverFrom: moved.rolledOverFrom },
          { windows: moved.windows[0]?.windows ?? before.doors[0]!.windows },
        );
        const undo = {
          fromDate: TOMORROW,
          toDate: TODAY,
          promise: moved.windows.length > 0 ? "move" : "leave",
        } as const;
        const back = moveServiceDay(between, "project", undo);
        const windowsThen = moved.windows.length > 0 ? [{ visitId: "door", windows: before.doors[0]!.windows }] : [];
        expect(back).toMatchObject({
          ok: true,
          moved: { serviceDate: TODAY, rolledOverFrom: [], windows: windowsThen },
        });
      }),
    );
  });
});

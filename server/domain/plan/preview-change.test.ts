import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { NOTICEABLE_SHIFT_SECONDS } from "./change-notices";
import { confirmationRefusal } from "./confirm-change";
import { type PlanFigures, routeFigures } from "./diff-plan";
import { moveStops } from "./move-stops";
import type { PlanBoard } from "./plan-board";
import { previewChange, previewReason } from "./preview-change";

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const SUMMED: readonly (keyof PlanFigures & keyof ReturnType<typeof routeFigures>)[] = [
  "stops",
  "distanceMeters",
  "durationSeconds",
  "driveSeconds",
  "lateStops",
  "lateSeconds",
  "overtimeSeconds",
  "costCents",
  "emissionsGrams",
];

/** Three routes, the second one sent; some visits in the pool. */
function boardOf(homes: readonly number[]): PlanBoard {
  const visits = IDS.map((id, index) => {
    const fromSeconds = (8 + (index % 4)) * 3600;
    const windows = index % 3 === 0 ? [{ fromSeconds, toSeconds: fromSeconds + 1800 }] : [];
    return boardVisitAt(id, ((index * 7) % 11) * 4 - 20, ((index * 5) % 13) * 4 - 20, { windows });
  });
  const sequences = [0, 1, 2].map((route) => IDS.filter((_, index) => homes[index] === route));
  const route = (index: number) => (index === 1 ? { status: "dispatched" as const } : {});
  return buildBoard(visits, sequences, { rules: { capacity: [9, 9, 3, 9], emissionGramsPerKm: 182.5 }, route });
}

const moves = fc.record({
  homes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: IDS.length, maxLength: IDS.length }),
  visitIds: fc.subarray(IDS, { minLength: 1 }),
  to: fc.oneof(
    fc.constant({ kind: "pool" as const }),
    fc.integer({ min: 0, max: 2 }).map((index) => ({ kind: "best" as const, routeId: `route-${index}` })),
  ),
});

function outcomeOf(board: PlanBoard, move: { visitIds: readonly string[]; to: Parameters<typeof moveStops>[1]["to"] }) {
  const legs = boardLegs(board);
  const outcome = moveStops(board, move, legs);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return { ...outcome, after: applySequences(board, outcome.sequences, legs) };
}

describe("previewChange", () => {
  test("sums are the sums of its routes, which are those that change; figures are those of the routes themselves", () => {
    fc.assert(
      fc.property(moves, ({ homes, ...move }) => {
        const board = boardOf(homes);
        const { after, sequences } = outcomeOf(board, move);
        const { diff } = previewChange(board, after);
        expect(diff.routes.map((route) => route.routeId)).toEqual(sequences.map((sequence) => sequence.routeId));
        for (const side of ["before", "after"] as const) {
          for (const figure of SUMMED) {
            expect(diff.totals[side][figure]).toBe(diff.routes.reduce((sum, route) => sum + route[side][figure]!, 0));
          }
        }
        for (const route of diff.routes) {
          expect(route.after).toEqual(routeFigures(after.routes.find(({ id }) => id === route.routeId)!.schedule));
        }
      }),
    );
  });

  test("a day against itself is no change, and looking at a change leaves the day as it was", () => {
    fc.assert(
      fc.property(moves, ({ homes, ...move }) => {
        const board = boardOf(homes);
        const copy = structuredClone(board);
        const { after } = outcomeOf(board, move);
        previewChange(board, after);
        expect(board).toEqual(copy);
        const none = previewChange(board, board);
        expect(none).toMatchObject({ diff: { routes: [] }, newBreaks: [], unplannedDelta: 0, isApproximate: false });
        expect(none.notices).toEqual({ drivers: [], arrivals: [] });
      }),
    );
  });

  test("what breaks one way is mended the other way: figures there and back are each other's", () => {
    fc.assert(
      fc.property(moves, ({ homes, ...move }) => {
        const board = boardOf(homes);
        const { after } = outcomeOf(board, move);
        const there = previewChange(board, after);
        const back = previewChange(after, board);
        expect(back.diff.totals).toEqual({ before: there.diff.totals.after, after: there.diff.totals.before });
        expect(back.unplannedDelta).toBe(0 - there.unplannedDelta);
      }),
    );
  });

  test("concerns the drivers of sent routes that change, and their doors whose time moves noticeably", () => {
    fc.assert(
      fc.property(moves, ({ homes, ...move }) => {
        const board = boardOf(homes);
        const { after, sequences } = outcomeOf(board, move);
        const { notices } = previewChange(board, after);
        const isSentChanged = sequences.some(({ routeId }) => routeId === "route-1");
        expect(notices.drivers.map(({ routeId }) => routeId)).toEqual(isSentChanged ? ["route-1"] : []);
        const arrival = (day: PlanBoard, id: string) =>
          day.routes.flatMap((route) => route.schedule.stops).find(({ visitId }) => visitId === id)?.arriveSeconds;
        const expected = board.routes[1]!.stops.flatMap(({ visitId }) => {
          const [then, now] = [arrival(board, visitId)!, arrival(after, visitId)];
          return now === undefined || Math.abs(now - then) >= NOTICEABLE_SHIFT_SECONDS ? [visitId] : [];
        });
        expect(notices.arrivals.map(({ visitId }) => visitId)).toEqual(isSentChanged ? expected : []);
      }),
    );
  });
});

describe("what is looked at before it is done", () => {
  const board = boardOf([0, 0, 0, 1, 1, 2, 2, 3]);
  const reasonOf = (visitIds: readonly string[], routeId: string) => {
    const { movedVisitIds, sequences } = outcomeOf(board, { visitIds, to: { kind: "best", routeId } });
    return previewReason(board, movedVisitIds, sequences);
  };

  test("several orders, and whatever touches a sent route; one order between drafts is not", () => {
    expect(reasonOf(["a"], "route-2")).toBeNull();
    expect(reasonOf(["a", "b"], "route-2")).toBe("several-orders");
    expect(reasonOf(["a"], "route-1")).toBe("sent-route");
    expect(reasonOf(["d"], "route-0")).toBe("sent-route");
    expect(previewReason(board, ["a", "b"], [])).toBeNull();
  });

  test("a sent route must have been seen in its present version", () => {
    const changed = [{ routeId: "route-0" }, { routeId: "route-1" }];
    const seen = (version: number) => [{ routeId: "route-1", version }];
    expect(confirmationRefusal(board, changed, [])).toEqual({ reason: "needs-confirmation", routeNumbers: [2] });
    expect(confirmationRefusal(board, changed, seen(1))).toBeUndefined();
    expect(confirmationRefusal(board, changed, seen(2))).toEqual({
      reason: "changed-since-preview",
      routeNumbers: [2],
    });
    expect(confirmationRefusal(board, [{ routeId: "route-0" }], seen(7))).toBeUndefined();
  });
});

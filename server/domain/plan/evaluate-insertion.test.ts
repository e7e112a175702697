import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { routeFigures } from "./diff-plan";
import { evaluateInsertion, evaluateMove } from "./evaluate-insertion";
import { type BoardVisit, boardVisit } from "./plan-board";
import { retimeRoute } from "./retime-route";
import { PositionProbe } from "./what-if/position-probe";
import { sequenceCaches } from "./what-if/route-caches";
import { routeScore } from "./what-if/route-score";

const windows = fc.oneof(
  fc.constant([]),
  fc.integer({ min: 7 * 3600, max: 17 * 3600 }).map((from) => [{ fromSeconds: from, toSeconds: from + 3600 }]),
  fc.integer({ min: 7 * 3600, max: 12 * 3600 }).map((from) => [
    { fromSeconds: from, toSeconds: from + 1800 },
    { fromSeconds: from + 5400, toSeconds: from + 7200 },
  ]),
);
const visitRecord = fc.record({
  x: fc.integer({ min: -40, max: 40 }),
  y: fc.integer({ min: -40, max: 40 }),
  windows,
  windowSemantics: fc.constantFrom("start" as const, "finish" as const),
  serviceSeconds: fc.integer({ min: 0, max: 1500 }),
  amount: fc.integer({ min: 0, max: 4 }),
  isPickup: fc.boolean(),
});
const manyVisits = fc.array(visitRecord, { minLength: 1, maxLength: 9 }).map((records) =>
  records.map(
    ({ x, y, amount, isPickup, ...terms }, index): BoardVisit =>
      boardVisitAt(`v${index}`, x, y, {
        ...terms,
        deliver: [0, 0, isPickup ? 0 : amount, 0],
        pickup: [0, 0, isPickup ? amount : 0, 0],
      }),
  ),
);

describe("the best position", () => {
  test("has, for every position, exactly the score of the route timed in full", () => {
    fc.assert(
      fc.property(manyVisits, fc.boolean(), (visits, isOpen) => {
        const ids = visits.map((visit) => visit.id);
        const board = buildBoard(visits, [ids.slice(1)], {
          rules: { capacity: [10, 10, 9, 10] },
          route: () => (isOpen ? { end: null, returnLeg: null } : {}),
        });
        const route = board.routes[0]!;
        const legs = boardLegs(board);
        const sequence = ids.slice(1).map((id) => boardVisit(board, id));
        const probe = new PositionProbe(sequenceCaches(route, sequence, legs), legs);
        for (let index = 0; index <= sequence.length; index++) {
          const score = probe.scoreAt(visits[0]!, probe.around(visits[0]!), index);
          const { schedule } = retimeRoute(route, ids.slice(1).toSpliced(index, 0, ids[0]!), board, legs);
          expect(score).toBeCloseTo(routeScore(route.rules, schedule), 4);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("evaluateInsertion", () => {
  test("is the difference between the route timed before and after", () => {
    fc.assert(
      fc.property(manyVisits, fc.nat(), (visits, pick) => {
        const ids = visits.map((visit) => visit.id);
        const board = buildBoard(visits, [ids.slice(1)]);
        const legs = boardLegs(board);
        const anchor = [null, ...ids.slice(1)][pick % ids.length]!;
        const preview = evaluateInsertion(board, [ids[0]!], board.routes[0]!, { afterVisitId: anchor }, legs);
        expect(preview.afterVisitId).toBe(anchor);
        const after = applySequences(board, [{ routeId: "route-0", visitIds: preview.visitIds }], legs).routes[0]!;
        const [old, next] = [routeFigures(board.routes[0]!.schedule), routeFigures(after.schedule)];
        for (const key of ["distanceMeters", "durationSeconds", "lateSeconds", "costCents"] as const) {
          expect(preview.delta[key], key).toBe(next[key] - old[key]);
        }
        const best = evaluateInsertion(board, [ids[0]!], board.routes[0]!, "best", legs);
        expect(best.delta.lateSeconds + best.delta.overtimeSeconds).toBeLessThanOrEqual(
          preview.delta.lateSeconds + preview.delta.overtimeSeconds,
        );
      }),
    );
  });

  test("names the rules that the drop would break, and only those", () => {
    const late = { fromSeconds: 8 * 3600, toSeconds: 8 * 3600 + 60 };
    const board = buildBoard(
      [
        boardVisitAt("a", 30, 0, { windows: [late] }),
        boardVisitAt("b", 1, 1, { skills: ["fridge"], deliver: [0, 0, 6, 0] }),
      ],
      [["a"], []],
      { rules: { capacity: [9, 9, 5, 9], maxVisits: 1 } },
    );
    const { newBreaks } = evaluateInsertion(board, ["b"], board.routes[0]!, { afterVisitId: "a" }, boardLegs(board));
    expect(newBreaks.map(({ visitId, rule }) => `${visitId ?? "route"} ${rule.rule}`).sort()).toEqual(
      ["a capacity", "b capacity", "b skill", "route max-visits"].sort(),
    );
  });

  test("a move counts the route left as well as the one entered, and says when legs are guesses", () => {
    const board = buildBoard(
      [boardVisitAt("a", 5, 0), boardVisitAt("b", 6, 0), boardVisitAt("c", 7, 0)],
      [["a", "b"], ["c"]],
    );
    const preview = evaluateMove(
      board,
      { visitIds: ["b"], to: { kind: "best", routeId: "route-1" } },
      boardLegs(board),
    );
    if (!preview.ok) throw new Error(preview.refusal.reason);
    expect(preview.routes.map((route) => route.routeId)).toEqual(["route-0", "route-1"]);
    expect(preview.delta.distanceMeters).toBe(
      preview.routes.reduce((sum, route) => sum + route.delta.distanceMeters, 0),
    );
    expect(preview.isApproximate).toBe(true);
    const known = () => ({ durationSeconds: 60, distanceMeters: 500, isEstimate: false });
    const sure = evaluateMove(board, { visitIds: ["b"], to: { kind: "best", routeId: "route-1" } }, known);
    expect(sure.ok && sure.isApproximate).toBe(false);
  });

  test("looking through a route asks for a few legs a stop, however long it is", () => {
    const asked = (stops: number) => {
      const visits = Array.from({ length: stops + 1 }, (_, i) =>
        boardVisitAt(`v${i}`, (i * 37) % 97, (i * 61) % 89, {
          windows: i % 3 === 0 ? [{ fromSeconds: 9 * 3600, toSeconds: 12 * 3600 }] : [],
        }),
      );
      const board = buildBoard(visits, [visits.slice(0, stops).map((visit) => visit.id)]);
      const legs = boardLegs(board);
      let count = 0;
      const counted: typeof legs = (...leg) => {
        count++;
        return legs(...leg);
      };
      expect(evaluateInsertion(board, [`v${stops}`], board.routes[0]!, "best", counted)).not.toBeNull();
      return count;
    };
    const [short, long] = [asked(125), asked(500)];
    expect(short).toBeGreaterThan(125);
    expect(long).toBeLessThan(5 * short);
    expect(short).toBeLessThan(125 * 10);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { mergeDraft } from "./merge-draft";
import { moveStops } from "./move-stops";
import { packBoard, unpackBoard } from "./pack-board";
import { markedSequences, type RouteSequence } from "./place-visits";
import { type PlanBoard, routeVisitIds } from "./plan-board";
import { carriedReloads, drivenLegs, drivenPoints, marksToTurn, reloadsOf, sequencesAround } from "./reload-trips";
import { turnEdit } from "./turn-edit";

const LETTERS = ["a", "b", "c", "d", "e"];

/** Two routes; the first serves `first` and loads again before the visits of `reloads`. */
function day(first: readonly string[], reloads: readonly string[], second: readonly string[] = []): PlanBoard {
  const visits = LETTERS.map((id, index) => boardVisitAt(id, 3 + index * 2, (index % 3) * 4));
  const board = buildBoard(visits, [first, second]);
  const loading = reloads.map((visitId) => ({ visitId, loadSeconds: 600 }));
  return applySequences(board, [{ routeId: "route-0", visitIds: first, reloads: loading }], boardLegs(board));
}

/** "ab|c" is a, b, back to the depot, c. */
function drawn(board: PlanBoard, index = 0): string {
  return board.routes[index]!.stops.map(({ visitId, reload }) => (reload ? `|${visitId}` : visitId)).join("");
}

function moved(board: PlanBoard, visitIds: readonly string[], routeId: string, afterVisitId: string | null) {
  const legs = boardLegs(board);
  const outcome = moveStops(board, { visitIds, to: { kind: "position", routeId, afterVisitId } }, legs);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return { after: applySequences(board, outcome.sequences, legs), inverse: outcome.inverse };
}

describe("a route that loads again", () => {
  test.each([
    ["what stands behind the reload leaves it to the next one", ["c"], "route-1", null, "ab|d"],
    ["the last one behind it takes it away", ["c", "d"], "route-1", null, "ab"],
    ["moved forwards it leaves the reload behind", ["c"], "route-0", null, "cab|d"],
    ["moved one place forwards too", ["c"], "route-0", "a", "acb|d"],
    ["what stands before it may go behind it", ["b"], "route-0", "c", "a|cbd"],
    ["what goes in at the reload is served before it", ["e"], "route-0", "b", "abe|cd"],
    ["dropped where it was it changes nothing", ["c"], "route-0", "b", "ab|cd"],
  ])("%s, and undo puts it back", (_, visitIds, routeId, afterVisitId, expected) => {
    const board = day(["a", "b", "c", "d"], ["c"], []);
    const { after, inverse } = moved(board, visitIds, routeId, afterVisitId);
    expect(drawn(after)).toBe(expected);
    const undone = turnEdit(after, inverse, boardLegs(after));
    if (!undone.ok) throw new Error(undone.refusal.reason);
    const back = applySequences(after, undone.sequences, boardLegs(after));
    expect(drawn(back)).toBe("ab|cd");
    const redone = turnEdit(back, undone.inverse, boardLegs(back));
    if (!redone.ok) throw new Error(redone.refusal.reason);
    expect(drawn(applySequences(back, redone.sequences, boardLegs(back)))).toBe(expected);
  });

  test("nobody loads before the first stop, nor twice before one", () => {
    const from = {
      visitIds: ["a", "b", "c", "d"],
      reloads: ["b", "c"].map((visitId) => ({ visitId, loadSeconds: 60 })),
    };
    expect(carriedReloads(from, ["b", "c", "d"])).toEqual([{ visitId: "c", loadSeconds: 60 }]);
    expect(carriedReloads(from, ["a", "d"])).toEqual([{ visitId: "d", loadSeconds: 60 }]);
    expect(carriedReloads(from, ["d"])).toEqual([]);
    expect(carriedReloads(from, [])).toEqual([]);
  });

  test("it is told to browsers whole", () => {
    const board = day(["a", "b", "c", "d"], ["b", "d"], ["e"]);
    const { routes } = unpackBoard(structuredClone(packBoard(board)));
    expect(routes.map(({ stops, schedule }) => ({ stops, schedule }))).toEqual(
      board.routes.map(({ stops, schedule }) => ({ stops, schedule })),
    );
  });

  test("its ways are those between the points it drives to", () => {
    const [route] = day(["a", "b", "c"], ["b"]).routes;
    const points = drivenPoints(
      route!,
      route!.stops.map(({ visitId }) => ({ id: visitId, position: null })),
      reloadsOf(route!),
    );
    expect(points.map(({ id }) => id)).toEqual(["depot", "a", "depot", "b", "c", "depot"]);
    expect(drivenLegs(route!)).toHaveLength(5);
  });

  test("a reload set by hand is taken back by undo, and one before what is made stays", () => {
    const board = day(["a", "b", "c", "d"], ["b"]);
    const marks = [
      { visitId: "b", loadSeconds: null },
      { visitId: "d", loadSeconds: 300 },
    ];
    const sequences = markedSequences(board, [], marks);
    const after = applySequences(board, sequences, boardLegs(board));
    expect(drawn(after)).toBe("abc|d");
    const inverse = { kind: "place" as const, placements: [], leftAt: [], ...marksToTurn(board, sequences) };
    const undone = turnEdit(after, inverse, boardLegs(after));
    if (!undone.ok) throw new Error(undone.refusal.reason);
    expect(drawn(applySequences(after, undone.sequences, boardLegs(after)))).toBe("a|bcd");

    const driven = { ...board, routes: [underWayAt(board.routes[0]!, 2, board), board.routes[1]!] };
    const left = applySequences(driven, markedSequences(driven, [], marks), boardLegs(driven));
    expect(drawn(left)).toBe("a|bc|d");
  });

  test("a draft brings its own reloads, except among what is made, and is taken back whole", () => {
    const board = day(["a", "b", "c", "d"], ["c"]);
    const draft = {
      routes: [
        {
          routeId: "route-0",
          baseVersion: 1,
          visitIds: ["a", "b", "d", "c", "e"],
          reloads: [{ visitId: "d", loadSeconds: 60 }],
          legs: [],
        },
      ],
    };
    const legs = boardLegs(board);
    const { sequences } = mergeDraft(board, draft, new Set(), legs);
    const after = applySequences(board, sequences, legs);
    expect(drawn(after)).toBe("ab|dce");
    const inverse = { kind: "restore" as const, ...sequencesAround([board.routes[0]!], sequences) };
    const undone = turnEdit(after, inverse, boardLegs(after));
    if (!undone.ok) throw new Error(undone.refusal.reason);
    expect(drawn(applySequences(after, undone.sequences, boardLegs(after)))).toBe("ab|cd");

    const driven = { ...board, routes: [underWayAt(board.routes[0]!, 3, board), board.routes[1]!] };
    const merged = mergeDraft(driven, draft, new Set(), legs);
    expect(drawn(applySequences(driven, merged.sequences, legs))).toBe("ab|cde");
  });

  test("with the visits as they are, other reloads are a change", () => {
    const board = day(["a", "b", "c"], ["b"]);
    const route: RouteSequence = { routeId: "route-0", visitIds: routeVisitIds(board.routes[0]!) };
    const draft = { routes: [{ ...route, baseVersion: 1, legs: [] }] };
    const { sequences } = mergeDraft(board, draft, new Set(), boardLegs(board));
    expect(sequences).toEqual([{ ...route, reloads: [] }]);
  });

  test("whatever is moved, reloads are in order, behind the first stop, and none is invented", () => {
    const orders = fc.shuffledSubarray(LETTERS);
    const before = fc.subarray(LETTERS.slice(1)).map((ids) => ids.map((visitId) => ({ visitId, loadSeconds: 60 })));
    fc.assert(
      fc.property(orders, before, fc.option(fc.subarray(LETTERS), { nil: undefined }), (next, reloads, taken) => {
        const carried = carriedReloads({ visitIds: LETTERS, reloads }, next, taken && new Set(taken));
        const places = carried.map(({ visitId }) => next.indexOf(visitId));
        expect(places.every((place) => place > 0)).toBe(true);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(carried.length).toBeLessThanOrEqual(reloads.length);
      }),
    );
  });
});

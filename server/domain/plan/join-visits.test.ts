import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { DELIVERY_STATUSES } from "../order/delivery-status";
import { applyRemoval } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { cancelOrders } from "./cancel-orders";
import { joinVisits } from "./join-visits";
import { moveStops } from "./move-stops";
import { packBoard, unpackBoard } from "./pack-board";
import { type BoardVisit, boardVisit, pairPartners, routeVisitIds } from "./plan-board";
import type { Loads } from "./routing-problem";

const joined = (loads: Loads) => ({ key: "pickup order", loads });
const fetched = (over: Partial<BoardVisit> = {}, loads: Loads = [0, 0, 5, 0]) =>
  boardVisitAt("p", 2, 3, { role: "pickup", deliver: [0, 0, 0, 0], pickup: loads, joined: joined(loads), ...over });
const brought = (over: Partial<BoardVisit> = {}, loads: Loads = [0, 0, 3, 0]) =>
  boardVisitAt("d", 4, 1, { deliver: loads, joined: joined(loads), ...over });
const other = boardVisitAt("x", 1, 1);
const mapOf = (...visits: readonly BoardVisit[]) => new Map(visits.map((visit) => [visit.id, visit]));

describe("two orders that one van makes", () => {
  test("what the pickup takes on its drop-off hands over; the greater of what they say is carried", () => {
    const day = joinVisits(mapOf(brought({}, [7, 0, 3, 0]), other, fetched()));
    expect(day.get("p")).toMatchObject({ pairRole: "pickup", pickup: [7, 0, 5, 0], deliver: [0, 0, 0, 0] });
    expect(day.get("d")).toMatchObject({ pairRole: "dropoff", pickup: [0, 0, 0, 0], deliver: [0, 0, 0, 0] });
    expect(pairPartners({ visits: day }).get("d")).toBe("p");
    expect([...day.keys()]).toEqual(["d", "x", "p"]);
  });

  test("alone on its day, each carries its own goods", () => {
    for (const visit of [fetched(), brought()]) {
      const paired = joinVisits(mapOf(fetched(), brought())).get(visit.id)!;
      expect(joinVisits(mapOf(paired, other)).get(visit.id)).toEqual(visit);
    }
  });

  test.each([
    ["requested", "requested", true],
    ["delivered", "assigned", true],
    ["delivered", "failed", true],
    ["failed", "assigned", false],
    ["cancelled", "scheduled", false],
    ["scheduled", "cancelled", false],
    ["assigned", "delivered", false],
  ] as const)("a %s pickup and a %s drop-off: a pair is %s", (of, to, isPair) => {
    const day = joinVisits(mapOf(fetched({ status: of }), brought({ status: to })));
    expect(pairPartners({ visits: day }).has("p")).toBe(isPair);
  });

  test("said again, nothing changes, whatever has become of them and in whatever order they come", () => {
    const statuses = fc.constantFrom(...DELIVERY_STATUSES);
    fc.assert(
      fc.property(statuses, statuses, fc.boolean(), (of, to, isTurned) => {
        const halves = [fetched({ status: of }), brought({ status: to })];
        const day = joinVisits(mapOf(...(isTurned ? halves.reverse() : halves), other));
        expect(joinVisits(day)).toBe(day);
        const [p, d] = [day.get("p")!, day.get("d")!];
        expect(p.pairKey).toBe(d.pairKey);
        const carried = d.pairRole ? p.pickup : d.deliver;
        expect(carried).toEqual(d.pairRole ? [0, 0, 5, 0] : [0, 0, 3, 0]);
      }),
    );
  });

  test("both move together, and the pickup stays first", () => {
    const board = buildBoard([fetched(), brought(), other], [["p", "x", "d"], []]);
    const [from, to] = board.routes;
    const moved = moveStops(board, { visitIds: ["d"], to: { kind: "best", routeId: to!.id } }, boardLegs(board));
    expect(moved).toMatchObject({ ok: true, movedVisitIds: ["p", "d"] });
    const first = { visitIds: ["d"], to: { kind: "position" as const, routeId: from!.id, afterVisitId: null } };
    const refused = moveStops(board, first, boardLegs(board));
    expect(refused).toMatchObject({ ok: false, refusal: { reason: "pair-order" } });
  });

  test("with one cancelled the other stays where it is, with its own goods and no rule broken", () => {
    const board = buildBoard([fetched(), brought(), other], [["p", "x", "d"]]);
    const cancelled = cancelOrders(board, ["p"]);
    expect(cancelled.visitIds).toEqual(["p"]);
    const after = applyRemoval(board, cancelled.sequences, cancelled.visitIds, boardLegs(board));
    expect(routeVisitIds(after.routes[0]!)).toEqual(["x", "d"]);
    expect(boardVisit(after, "d")).toEqual(brought());
    expect(after.routes[0]!.schedule.stops.flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(after.routes[0]!.schedule.maxLoad[2]).toBe(4);
  });

  test("a packed board knows them again", () => {
    const position = { lat: 55.671, lng: 12.551 };
    const board = buildBoard([fetched({ position }), brought({ position })], [["p", "d"]]);
    expect(unpackBoard(JSON.parse(JSON.stringify(packBoard(board))))).toEqual(board);
  });
});

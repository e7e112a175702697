import { expect, it } from "vitest";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { rollOverOutlook } from "./roll-over-outlook";

const board = makeBoard({ routes: 2, stopsPerRoute: 3, pool: 3 });
const deliveryOf = (visitId: string) => board.visits.get(visitId)!.deliveryId;

it("lets go what is on no route and says of the rest why it stays", () => {
  const visits = new Map(board.visits);
  visits.set("p-2", { ...visits.get("p-2")!, status: "delivered" });
  visits.set("v-1-1", { ...visits.get("v-1-1")!, status: "assigned" });
  const routes = board.routes.map((route) => ({ ...route, locked: route.number === 2 }));
  const mixed: PlanBoard = { ...board, visits, routes };
  const { goingIds, staying, plannedIds } = rollOverOutlook(mixed, ["p-1", "p-2", "v-1-1", "v-1-2", "v-2-1", "gone"]);
  expect(goingIds).toEqual([deliveryOf("p-1")]);
  expect(staying.map(({ visit, refusal }) => [visit.id, refusal])).toEqual([
    ["p-2", "closed"],
    ["v-1-1", "dispatched"],
    ["v-1-2", "on-route"],
    ["v-2-1", "locked"],
  ]);
  expect(plannedIds).toEqual(["v-1-2"]);
});

it("takes a pair as one order, which stays while one of its doors is on a route", () => {
  const visits = new Map(board.visits);
  const pair = { deliveryId: "pair", pairKey: "pair" } as const;
  visits.set("p-1", { ...visits.get("p-1")!, ...pair, role: "pickup", pairRole: "pickup" });
  visits.set("v-1-2", { ...visits.get("v-1-2")!, ...pair, pairRole: "dropoff" });
  const { goingIds, staying, plannedIds } = rollOverOutlook({ ...board, visits }, ["p-1", "v-1-2"]);
  expect([goingIds, staying.map(({ refusal }) => refusal), plannedIds]).toEqual([[], ["on-route"], ["v-1-2"]]);
});

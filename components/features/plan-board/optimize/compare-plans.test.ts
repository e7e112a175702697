import { expect, it } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { routeFigures } from "@/server/domain/plan/diff-plan";
import { makeBoard } from "../testing/make-board";
import { comparePlans, leastOf } from "./compare-plans";
import { shownAfterChoice, shownAfterToggle } from "./shown-alternatives";

const now = makeBoard({ routes: 3, stopsPerRoute: 3, pool: 1 });
const withRoute = (routeId: string, visitIds: readonly string[]) =>
  applySequences(now, [{ routeId, visitIds }], boardLegs(now));

it("lists every route that any plan changes, with its figures in each", () => {
  const shorter = withRoute("route-1", ["v-1-1", "v-1-2"]);
  const turned = withRoute("route-3", ["v-3-3", "v-3-2", "v-3-1"]);
  const rows = comparePlans(now, [shorter, turned]);
  expect(rows.map(({ route }) => route.number)).toEqual([1, 3]);
  expect(rows.map(({ plans }) => plans.map((plan) => plan?.isChanged))).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(rows[0]?.plans.map((plan) => plan?.figures.stops)).toEqual([2, 3]);
  expect(rows[1]?.now).toEqual(routeFigures(now.routes[2]!.schedule));
});

it("waits for plans that are on their way, and lists nothing where nothing changes", () => {
  expect(comparePlans(now, [null, now])).toEqual([]);
  expect(comparePlans(now, [null, withRoute("route-2", [])])[0]?.plans[0]).toBeNull();
});

it("names the least, except where all are alike", () => {
  expect([3, 1, 1].map(leastOf([3, 1, 1]))).toEqual([false, true, true]);
  expect([2, 2].map(leastOf([2, 2]))).toEqual([false, false]);
});

it("shows the plan chosen: alone as long as nobody laid others over it", () => {
  expect(shownAfterChoice(["cheapest"], "cheapest", "balanced")).toEqual(["balanced"]);
  expect(shownAfterChoice(["cheapest", "fastest"], "cheapest", "balanced")).toEqual([
    "cheapest",
    "fastest",
    "balanced",
  ]);
  expect(shownAfterChoice(["fastest"], "cheapest", "fastest")).toEqual(["fastest"]);
  expect(shownAfterToggle(["cheapest"], "fastest")).toEqual(["cheapest", "fastest"]);
  expect(shownAfterToggle(["cheapest"], "cheapest")).toEqual([]);
});

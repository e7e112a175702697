import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { parseMoveTarget } from "./parse-move-target";

const { routes } = makeBoard({ routes: 12, stopsPerRoute: 3 });

it.each([
  ["9", { kind: "best", routeId: "route-9" }],
  [" 12 ", { kind: "best", routeId: "route-12" }],
  ["9.2", { kind: "position", routeId: "route-9", afterVisitId: "v-9-2" }],
  ["9,0", { kind: "position", routeId: "route-9", afterVisitId: null }],
  ["0", { kind: "pool" }],
  ["13", null],
  ["9.4", null],
  ["", null],
  ["9.", null],
  ["nine", null],
])("%j", (text, target) => {
  expect(parseMoveTarget(text, routes)).toEqual(target);
});

import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { exactPlaceOf, moveTargetOf, sameDropPlace } from "./drop-target";

const { routes } = makeBoard({ routes: 2, stopsPerRoute: 3 });

it("takes a gap for exact and a route for best, and the other way round with Alt", () => {
  const gap = { kind: "gap", routeId: "route-1", afterVisitId: "v-1-1" } as const;
  const route = { kind: "route", routeId: "route-2" } as const;
  expect(moveTargetOf(gap, false, routes)).toEqual({ kind: "position", routeId: "route-1", afterVisitId: "v-1-1" });
  expect(moveTargetOf(gap, true, routes)).toEqual({ kind: "best", routeId: "route-1" });
  expect(moveTargetOf(route, false, routes)).toEqual({ kind: "best", routeId: "route-2" });
  expect(moveTargetOf(route, true, routes)).toEqual({ kind: "position", routeId: "route-2", afterVisitId: "v-2-3" });
  expect(moveTargetOf({ kind: "pool" }, true, routes)).toEqual({ kind: "pool" });
});

it("takes a slot of a route's day for best, and with Alt for just that time", () => {
  const slot = { kind: "slot", routeId: "route-1", afterVisitId: "v-1-1" } as const;
  expect(moveTargetOf(slot, false, routes)).toEqual({ kind: "best", routeId: "route-1" });
  expect(moveTargetOf(slot, true, routes)).toEqual({ kind: "position", routeId: "route-1", afterVisitId: "v-1-1" });
  expect(exactPlaceOf(slot, false)).toBeUndefined();
  expect(exactPlaceOf(slot, true)).toBe("v-1-1");
  expect(exactPlaceOf({ ...slot, kind: "gap", afterVisitId: null }, false)).toBeNull();
  expect(exactPlaceOf({ kind: "route", routeId: "route-1" }, true)).toBeUndefined();
});

it("tells places apart", () => {
  const gap = { kind: "gap", routeId: "route-1", afterVisitId: null } as const;
  expect(sameDropPlace(gap, { ...gap })).toBe(true);
  expect(sameDropPlace(gap, { ...gap, afterVisitId: "v-1-1" })).toBe(false);
  expect(sameDropPlace(gap, { kind: "route", routeId: "route-1" })).toBe(false);
  expect(sameDropPlace(null, gap)).toBe(false);
  expect(sameDropPlace({ kind: "pool" }, { kind: "pool" })).toBe(true);
});

import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { buildRows, foundStopIds, listOrder } from "./build-rows";

const closed = { expandedRouteIds: new Set<string>(), poolExpanded: false };
const board = makeBoard({ routes: 3, stopsPerRoute: 4, pool: 2 });
const keys = (rows: { key: string }[]) => rows.map((row) => row.key);

it("shows routes closed, and a route's stops in driving order once it is open", () => {
  expect(keys(buildRows(board, closed))).toEqual(["pool", "route:route-1", "route:route-2", "route:route-3"]);
  const open = buildRows(board, { expandedRouteIds: new Set(["route-2"]), poolExpanded: true });
  expect(keys(open).slice(0, 3)).toEqual(["pool", "p-1", "p-2"]);
  expect(keys(open).slice(4, 9)).toEqual(["route:route-2", "v-2-1", "v-2-2", "v-2-3", "v-2-4"]);
});

it("opens only what a search finds something in", () => {
  const rows = buildRows(board, closed, { query: "ord-v-3-2", facets: [] });
  expect(keys(rows)).toEqual(["route:route-3", "v-3-2"]);
});

it("finds a route by its number without pulling its stops apart", () => {
  for (const query of ["route 2", "ruta 2"]) {
    expect(keys(buildRows(board, closed, { query, facets: [] })), query).toEqual(["route:route-2"]);
  }
});

it("keeps the unassigned heading when there are none, and drops it under a filter", () => {
  const none = makeBoard({ routes: 1, pool: 0 });
  expect(keys(buildRows(none, closed))).toEqual(["pool", "route:route-1"]);
  expect(keys(buildRows(none, closed, { query: "route 1", facets: [] }))).toEqual(["route:route-1"]);
});

it("orders stops as the list does, open or not", () => {
  expect(listOrder(board).slice(0, 4)).toEqual(["p-1", "p-2", "v-1-1", "v-1-2"]);
  expect(listOrder(board)).toHaveLength(board.visits.size);
});

it("finds the stops of a filter on open and closed routes alike", () => {
  expect(foundStopIds(board, { query: "", facets: ["state:unassigned"] })).toEqual(["p-1", "p-2"]);
  expect(foundStopIds(board, { query: "route 2", facets: [] })).toEqual(["v-2-1", "v-2-2", "v-2-3", "v-2-4"]);
  expect(foundStopIds(board, { query: "route 2", facets: ["state:unassigned"] })).toEqual([]);
});

it("finds what is in a part of the day, its empty routes by their own words too", () => {
  const waved = {
    ...board,
    routes: board.routes.map((route) => (route.number === 3 ? { ...route, wave: "Evening" } : { ...route, wave: "" })),
    visits: new Map(
      [...board.visits].map(([id, visit]) => [id, { ...visit, wave: id === "p-1" || id === "v-3-2" ? "Evening" : "" }]),
    ),
  };
  const rows = buildRows(waved, closed, { query: "", facets: ["wave:Evening"] });
  expect(keys(rows)).toEqual(["pool", "p-1", "route:route-3", "v-3-2"]);
});

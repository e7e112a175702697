import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { facetLabel, hasFacets, stopFacets } from "./stop-facets";

const t = { list: wordsFor("boardRoutes"), orders: wordsFor("orders") };
const made = makeBoard({ routes: 2, stopsPerRoute: 4, pool: 3 });
const visits = new Map(made.visits);
visits.set("p-1", { ...visits.get("p-1")!, tags: ["vip", "gift"], windows: [], isDoubtful: true, priority: "high" });
visits.set("v-1-1", { ...visits.get("v-1-1")!, tags: ["vip"], place: "08012 Barcelona" });
const board = { ...made, visits };
const found = (...wanted: string[]) =>
  [...visits.values()].filter((visit) => hasFacets(visit, stopPlaces(board).get(visit.id), wanted)).map(({ id }) => id);

it("counts what stops have in common", () => {
  const counts = new Map(stopFacets(t, board).map(({ key, count }) => [key, count]));
  expect(counts.get("state:unassigned")).toBe(3);
  expect(counts.get("tag:vip")).toBe(2);
  expect(counts.get("postcode:08007")).toBe(10);
  expect(counts.get("state:doubtful")).toBe(1);
});

it("finds by any of one kind and all of several", () => {
  expect(found("tag:vip")).toEqual(["v-1-1", "p-1"]);
  expect(found("tag:vip", "tag:gift", "state:unassigned")).toEqual(["p-1"]);
  expect(found("postcode:08012", "postcode:08007")).toHaveLength(11);
  expect(found("priority:high", "tag:nobody")).toEqual([]);
  expect(found()).toHaveLength(11);
});

it("keeps every count it gives", () => {
  for (const { key, count } of stopFacets(t, board)) expect(found(key), key).toHaveLength(count);
});

it("names facets as people do, in the reader's language and clock", () => {
  const keys = ["state:doubtful", "window:28800-50400", "window:any", "status:assigned", "tag:a:b", "state:unheard-of"];
  const named = (words: typeof t) => keys.map((key) => facetLabel(words, key).replace(/[\u00a0\u202f]/g, " "));
  expect(named(t)).toEqual(["Low confidence", "08:00–14:00", "Any time", "Assigned", "a:b", "unheard-of"]);
  const reader = { language: "es", locale: "es-ES", hour12: true } as const;
  const spanish = { list: wordsFor("boardRoutes", reader), orders: wordsFor("orders", reader) };
  expect(named(spanish)).toEqual([
    "Poca confianza",
    "8:00 a. m.–2:00 p. m.",
    "Cualquier hora",
    "Asignado",
    "a:b",
    "unheard-of",
  ]);
});

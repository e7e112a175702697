import { expect, test } from "vitest";
import { matchDepots } from "./match-depots";

const known = [{ id: "k", name: "North", position: { lat: 55.7, lng: 12.5 } }];

test("a depot within fifty metres is the same one, known or new", () => {
  const { matches, made } = matchDepots(
    [
      { name: "", position: { lat: 55.7003, lng: 12.5 } },
      { name: "", position: { lat: 55.6, lng: 12.5 } },
      { name: "South", position: { lat: 55.6002, lng: 12.5002 } },
      { name: "", position: { lat: 55.601, lng: 12.5 } },
    ],
    known,
  );
  expect(matches).toEqual([{ id: "k" }, { newIndex: 0 }, { newIndex: 0 }, { newIndex: 1 }]);
  expect(made.map(({ position }) => position.lat)).toEqual([55.6, 55.601]);
});

test("without a position a name decides, whatever its case; neither means none", () => {
  const { matches } = matchDepots(
    [{ name: "north" }, { name: "South", position: { lat: 55.6, lng: 12.5 } }, { name: "SOUTH" }, { name: "" }],
    known,
  );
  expect(matches).toEqual([{ id: "k" }, { newIndex: 0 }, { newIndex: 0 }, null]);
});

import { describe, expect, test } from "vitest";
import type { MapRouteLook } from "./map-route";
import { byRoute, parseMarkerId, stopMarkerState } from "./marker-id";

describe("marker names", () => {
  test("a text may hold slashes", () => {
    expect(parseMarkerId("dray/name/dark/8/-/Depot 3/B")).toEqual({
      kind: "name",
      theme: "dark",
      hueIndex: 8,
      state: "-",
      text: "Depot 3/B",
    });
  });

  test("a stop's state names its status, then what else is the matter", () => {
    expect(stopMarkerState({ status: "planned" })).toBe("planned");
    expect(stopMarkerState({ status: "next", late: true, locked: true })).toBe("next+late+locked");
  });
});

describe("byRoute", () => {
  const route = (id: string, hueIndex: number): MapRouteLook => ({
    id,
    number: id,
    hueIndex,
    styleIndex: 0,
    state: "normal",
  });

  test("is the fallback alone without routes, because an empty match is invalid", () => {
    expect(byRoute([], ({ hueIndex }) => hueIndex, 8)).toBe(8);
  });

  test("matches on the feature's route", () => {
    expect(byRoute([route("a", 1), route("b", 2)], ({ hueIndex }) => hueIndex, 8)).toEqual([
      "match",
      ["get", "route"],
      "a",
      1,
      "b",
      2,
      8,
    ]);
  });
});

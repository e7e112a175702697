import { expect, it } from "vitest";
import { currentIndex, doubtBounds, firstPin, readyCandidate, spreadFor, stepped } from "./doubt-queue";

const place = { lat: 55.68, lng: 12.57 };
const depot = { lat: 55.6, lng: 12.5 };
const candidate = (confidence: "exact" | "interpolated" | "street" | "city") => ({ position: place, confidence });
const doubt = (locationId: string, candidates = [candidate("exact")]) => ({
  locationId,
  lat: null,
  lng: null,
  candidates,
});
const queue = [doubt("a"), doubt("b"), doubt("c")];

it("puts the pin on the best proposal, else where the address is kept, else near the depot", () => {
  expect(firstPin(doubt("a"), depot)).toEqual(place);
  expect(firstPin({ ...doubt("a", []), lat: 1, lng: 2 }, depot)).toEqual({ lat: 1, lng: 2 });
  expect(firstPin(doubt("a", []), depot)).toEqual(depot);
  expect(firstPin(doubt("a", []), undefined)).toBeUndefined();
});

it("shows pin and every proposal, and some street around a lone one", () => {
  const [west, south, east, north] = doubtBounds(depot, doubt("a"))!;
  expect(west).toBeLessThan(depot.lng);
  expect(south).toBeLessThan(depot.lat);
  expect(east).toBeGreaterThan(place.lng);
  expect(north).toBeGreaterThan(place.lat);
  const lone = doubtBounds(place, doubt("a"))!;
  expect(lone[2] - lone[0]).toBeCloseTo(0.004);
  expect(doubtBounds(undefined, doubt("a", []))).toBeUndefined();
});

it("moves on to what took a settled address's place, and back from the end", () => {
  expect(currentIndex(queue, "b", 0)).toBe(1);
  expect(currentIndex([doubt("a"), doubt("c")], "b", 1)).toBe(1);
  expect(currentIndex([doubt("a"), doubt("b")], "c", 2)).toBe(1);
  expect(currentIndex(queue, null, 0)).toBe(0);
  expect(currentIndex([], "a", 0)).toBe(-1);
});

it("stops at both ends", () => {
  expect(stepped(0, -1, 3)).toBe(0);
  expect(stepped(2, 1, 3)).toBe(2);
  expect(stepped(1, 1, 3)).toBe(2);
});

it("lets one key accept a door only, never the middle of a street or town", () => {
  expect(readyCandidate(doubt("a"))).toBe(0);
  expect(readyCandidate(doubt("a", [candidate("interpolated")]))).toBe(0);
  expect(readyCandidate(doubt("a", [candidate("street"), candidate("exact")]))).toBeNull();
  expect(readyCandidate(doubt("a", [candidate("city")]))).toBeNull();
  expect(readyCandidate(doubt("a", []))).toBeNull();
});

it("looks around more the less is known", () => {
  expect(spreadFor("exact")).toBeLessThan(spreadFor("street"));
  expect(spreadFor("street")).toBeLessThan(spreadFor("city"));
  expect(spreadFor(undefined)).toBe(spreadFor("city"));
});

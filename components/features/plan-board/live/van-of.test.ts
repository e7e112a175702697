import { expect, test } from "vitest";
import type { LastPosition } from "@/server/domain/position/position-fix";
import { vanAt, vanOf } from "./van-of";

test("a van is as old as its position, never younger than now", () => {
  const position = { driverId: "d", lat: 1, lng: 2, recordedAtMs: 100_000 } as LastPosition;
  expect(vanOf(position, "r", 220_000)).toMatchObject({ routeId: "r", ageSeconds: 120 });
  expect(vanOf(position, "r", 90_000).ageSeconds).toBe(0);
});

test("in a replay a van is where it was, and nowhere before and after", () => {
  const points = [0, 10_000].map((recordedAtMs) => ({ recordedAtMs, lat: recordedAtMs / 10_000, lng: 2 }));
  const track = { driverId: "d", routeId: "r", points };
  expect(vanAt(track, 5_000)).toMatchObject({ lat: 0.5, lng: 2 });
  expect(vanAt(track, -1)).toBeNull();
  expect(vanAt(track, 10_001)).toBeNull();
});

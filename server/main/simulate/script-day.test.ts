import { describe, expect, test } from "vitest";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";
import { type ScriptedAct, scriptDay } from "./script-day";
import { SimulatedClock } from "./simulated-clock";

const HOUR = 3600;
const place = (index: number) => ({
  name: `Door ${index}`,
  street: "",
  town: "",
  position: { lat: 41.38 + index * 0.002, lng: 2.16 },
});
const sheet: RouteSheet = {
  routeNumber: 1,
  date: "2026-06-10",
  timeZone: "Europe/Madrid",
  driverName: "Ana",
  vehicle: { label: "Van", registration: "" },
  startSeconds: 8 * HOUR,
  endSeconds: 17 * HOUR,
  distanceMeters: 40_000,
  start: place(0),
  end: place(0),
  stops: Array.from({ length: 40 }, (_, index) => ({
    visitId: `visit-${index}`,
    deliveryId: `delivery-${index}`,
    role: "dropoff" as const,
    isTask: false,
    externalId: "",
    place: place(index + 1),
    phone: "",
    phoneCode: "",
    arriveSeconds: 8 * HOUR + (index + 1) * 720,
    isLate: false,
    windows: [],
    notes: [],
    wish: null,
    loads: [],
    items: [],
    tasks: [],
    serviceSeconds: 240,
  })),
};

describe("a simulated day", () => {
  test("makes every stop once, in order of time, arriving before ending, and is the same for the same seed", () => {
    for (let seed = 0; seed < 10; seed++) {
      const { acts, fixes } = scriptDay(sheet, seed);
      expect(scriptDay(sheet, seed)).toEqual({ acts, fixes, gaps: scriptDay(sheet, seed).gaps });
      const times = acts.map(({ atSeconds }) => atSeconds);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const ended = acts.flatMap((act) => (act.type === "complete" ? act.visitIds : []));
      expect([...ended].sort()).toEqual(sheet.stops.map(({ visitId }) => visitId).sort());
      const at = (type: ScriptedAct["type"], visitId: string) =>
        acts.findIndex((act) => act.type === type && "visitId" in act && act.visitId === visitId);
      for (const visitId of ended) expect(at("depart", visitId)).toBeLessThan(at("arrive", visitId));
      for (const { lat, lng } of fixes) expect(Math.hypot(lat - 41.42, lng - 2.16)).toBeLessThan(0.06);
    }
  });

  test("not every day goes well: doors stay shut, the network is gone at times, two stops change places", () => {
    const days = Array.from({ length: 30 }, (_, seed) => scriptDay(sheet, seed));
    const outcomes = new Set(
      days.flatMap(({ acts }) => acts.map((act) => (act.type === "complete" ? act.outcome : ""))),
    );
    expect([...outcomes].sort()).toEqual(["", "attempted", "delivered", "failed", "partial"]);
    expect(days.some(({ gaps }) => gaps.length > 1)).toBe(true);
    const inOrder = sheet.stops.map(({ visitId }) => visitId).join();
    expect(
      days.some(({ acts }) => acts.flatMap((a) => (a.type === "complete" ? a.visitIds : [])).join() !== inOrder),
    ).toBe(true);
  });
});

describe("simulated time", () => {
  test("runs fast until it has caught up, and is never ahead of ours", () => {
    const clock = new SimulatedClock(0, 10, 1_000_000);
    expect(clock.nowMs(1_000_000)).toBe(0);
    expect(clock.nowMs(1_050_000)).toBe(500_000);
    expect(clock.nowMs(1_200_000)).toBe(1_200_000);
    expect(clock.waitMs(100_000, 1_000_000)).toBe(10_000);
    expect(clock.waitMs(50_000, 1_050_000)).toBe(0);
    expect(clock.waitMs(1_300_000, 1_000_000)).toBe(300_000);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { type ArrivalSources, assessArrival } from "./assess-arrival";
import { type TrackingSources, trackingPage } from "./tracking-page";
import { DEFAULT_TRACKING_POLICY as policy } from "./tracking-policy";
import { isUnderWay } from "./tracking-state";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-06-10T08:00:00Z");
const reader = messageReaderOf("DK");
const near = { stopsBefore: 2, minutesBefore: 18, metersBefore: 4000 };
const arriving: ArrivalSources = {
  tracked: {
    status: "assigned",
    stop: null,
    isRouteStarted: true,
    nearness: near,
    toldDate: "2026-06-10",
    serviceDate: "2026-06-10",
  },
  told: null,
  promise: { fromMs: NOW - HOUR, toMs: NOW + HOUR },
  isDispatched: true,
  arriveAtMs: NOW + 18 * 60_000,
  nowMs: NOW,
  errors: [],
};
const sources = (arrival: ArrivalSources = arriving): TrackingSources => ({
  arrival: assessArrival(arrival, policy),
  nearness: arrival.tracked.nearness,
  serviceDate: "2026-06-10",
  timeZone: "Europe/Copenhagen",
  driverName: "Ida Sekretsen",
  vehicleLabel: "White van",
  address: { street: "Skjultvej 4711B, 2. tv", postcode: "1260", city: "Town" },
  door: { lat: 55.671_987_6, lng: 12.561_234_5 },
  seen: [{ atMs: NOW - 30_000, position: { lat: 55.676_123_4, lng: 12.568_321_9 } }],
  acts: {
    reschedules: 0,
    promiseFromMs: NOW - HOUR,
    cutoffAtMs: null,
    endedAtMs: null,
    isRated: false,
    proofs: 1,
    hasSlots: true,
  },
});

describe("a customer's page", () => {
  test("of a delivery that is near", () => {
    expect(trackingPage(reader, sources(), "page", policy, NOW)).toEqual({
      state: "near",
      lines: {
        lateness: "",
        state: "Your driver is nearby",
        day: "On Wednesday 10 June",
        window: "Between 10:10 and 10:35",
      },
      stopsBefore: 2,
      driver: "Ida",
      vehicle: "White van",
      address: "S…, 1260",
      callCentrePhone: "",
      map: {
        van: { lat: expect.closeTo(55.676, 2), lng: expect.closeTo(12.568, 2) },
        door: { lat: expect.closeTo(55.672, 2), lng: expect.closeTo(12.561, 2) },
      },
      acts: {
        instructions: null,
        "safe-place": null,
        reschedule: "too-late",
        rate: "not-yet",
        proof: "not-yet",
      },
      isLive: true,
    });
  });

  test("says that it is late before it says where it is, and tells the next window from the last", () => {
    const late = { ...arriving, arriveAtMs: NOW + 2 * HOUR, promise: { fromMs: NOW - HOUR, toMs: NOW } };
    const assessed = assessArrival(late, policy);
    expect(assessed.lateness).toBe("late");
    expect(trackingPage(reader, sources(late), "page", policy, NOW).lines.lateness).not.toBe("");
    const next = { ...late, told: assessed.told, arriveAtMs: late.arriveAtMs + 60_000 };
    expect(assessArrival(next, policy).told).toBe(assessed.told);
  });

  test("in its last days is a state and nothing else", () => {
    const page = trackingPage(reader, sources(), "status", policy, NOW);
    expect(page).toMatchObject({ stopsBefore: null, driver: "", vehicle: "", address: "", map: null, isLive: false });
    expect(page.lines).toEqual({ lateness: "", state: "Your driver is nearby", day: "", window: "" });
    expect(new Set(Object.values(page.acts))).toEqual(new Set(["too-late"]));
  });

  test("never holds what is private, wherever the delivery stands and however near the driver is", () => {
    const count = fc.option(fc.nat(30));
    fc.assert(
      fc.property(
        fc.constantFrom(...DELIVERY_STATUSES),
        fc.constantFrom(null, "enroute" as const, "arrived" as const, "partial" as const, "failed" as const),
        fc.boolean(),
        fc.record({ stopsBefore: count, minutesBefore: count, metersBefore: count }),
        fc.constantFrom("page" as const, "status" as const),
        (status, stop, isRouteStarted, nearness, scope) => {
          const tracked = { ...arriving.tracked, status, stop, isRouteStarted, nearness };
          const given = sources({ ...arriving, tracked });
          const page = trackingPage(reader, given, scope, policy, NOW);
          const sent = JSON.stringify(page);
          for (const secret of [
            "Sekretsen",
            "kjultvej",
            "4711",
            "tv",
            "55.676123",
            "12.568321",
            "55.671987",
            "12.561234",
          ]) {
            expect(sent).not.toContain(secret);
          }
          if (!isUnderWay(given.arrival.state)) {
            expect(page).toMatchObject({ map: null, driver: "", vehicle: "", stopsBefore: null, isLive: false });
          }
        },
      ),
    );
  });
});

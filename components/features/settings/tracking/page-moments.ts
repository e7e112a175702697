import type { MessageReader } from "@/server/domain/message/message-reader";
import { assessArrival } from "@/server/domain/tracking/assess-arrival";
import { type TrackingPage, trackingPage } from "@/server/domain/tracking/tracking-page";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import type { Nearness, TrackedDelivery } from "@/server/domain/tracking/tracking-state";

/** Moments in the life of one delivery that show what a policy does. */
export const PAGE_MOMENTS = ["planned", "dispatched", "far", "near", "next", "late", "delivered"] as const;
export type PageMoment = (typeof PAGE_MOMENTS)[number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A Tuesday; the sample's clock is the zone's own. */
const DATE = "2026-06-09";
const TEN_MS = Date.parse(`${DATE}T10:00:00Z`);
const PROMISE = { fromMs: TEN_MS - 2 * HOUR_MS, toMs: TEN_MS + 2 * HOUR_MS };

/** Where the van is at a moment, and how long before the door. */
interface Scene {
  readonly status: TrackedDelivery["status"];
  readonly isRouteStarted: boolean;
  readonly nearness: Nearness;
  readonly arriveAtMs: number | null;
  readonly nowMs: number;
}

const UNKNOWN: Nearness = { stopsBefore: null, minutesBefore: null, metersBefore: null };
const onTheRoad = (stopsBefore: number, minutesBefore: number, metersBefore: number, arriveAtMs = TEN_MS): Scene => ({
  status: "enroute",
  isRouteStarted: true,
  nearness: { stopsBefore, minutesBefore, metersBefore },
  arriveAtMs,
  nowMs: arriveAtMs - minutesBefore * MINUTE_MS,
});

const SCENES: Readonly<Record<PageMoment, Scene>> = {
  planned: {
    status: "scheduled",
    isRouteStarted: false,
    nearness: UNKNOWN,
    arriveAtMs: null,
    nowMs: TEN_MS - 26 * HOUR_MS,
  },
  dispatched: {
    status: "assigned",
    isRouteStarted: false,
    nearness: UNKNOWN,
    arriveAtMs: TEN_MS,
    nowMs: TEN_MS - 3 * HOUR_MS,
  },
  far: onTheRoad(9, 70, 12_000),
  near: onTheRoad(2, 14, 2_400),
  next: onTheRoad(0, 5, 900),
  late: onTheRoad(4, 30, 5_000, PROMISE.toMs + 40 * MINUTE_MS),
  delivered: {
    status: "delivered",
    isRouteStarted: true,
    nearness: UNKNOWN,
    arriveAtMs: null,
    nowMs: TEN_MS + HOUR_MS,
  },
};

/** How far the van is from the door at a moment; unknown before it leaves and once it has been there. */
export function nearnessAt(moment: PageMoment): Nearness {
  return SCENES[moment].nearness;
}

/** What a sample customer would see at a moment under a policy, from the rules the page itself is made by. */
export function pageAt(moment: PageMoment, policy: TrackingPolicy, reader: MessageReader): TrackingPage {
  const { status, isRouteStarted, nearness, arriveAtMs, nowMs } = SCENES[moment];
  const tracked: TrackedDelivery = {
    status,
    stop: null,
    isRouteStarted,
    nearness,
    toldDate: DATE,
    serviceDate: DATE,
  };
  const isDispatched = arriveAtMs !== null;
  const sources = { tracked, told: null, promise: PROMISE, isDispatched, arriveAtMs, nowMs, errors: [] };
  const isOver = status === "delivered";
  return trackingPage(
    reader,
    {
      arrival: assessArrival(sources, policy),
      nearness,
      serviceDate: DATE,
      timeZone: "UTC",
      driverName: "Ida Holm",
      vehicleLabel: "Van 3",
      address: { street: "Carrer del Bruc 12", postcode: "08010", city: "Barcelona" },
      door: { lat: 41.391, lng: 2.171 },
      seen: [{ position: { lat: 41.39, lng: 2.17 }, atMs: nowMs - policy.position.delaySeconds * 1000 }],
      acts: {
        reschedules: 0,
        promiseFromMs: PROMISE.fromMs,
        cutoffAtMs: null,
        endedAtMs: isOver ? TEN_MS : null,
        isRated: false,
        proofs: isOver ? 1 : 0,
        hasSlots: true,
      },
    },
    "page",
    policy,
    nowMs,
  );
}

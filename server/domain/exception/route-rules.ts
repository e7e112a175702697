import type { ExceptionPolicy } from "./exception-policy";
import type { Severity } from "./exception-type";
import type { StandsAlready, WantedException } from "./want-exceptions";
import type { WatchedArrival, WatchedDay, WatchedRoute } from "./watched-day";

const MINUTE_MS = 60_000;
/** A fix older than this says nothing about a battery. */
const BATTERY_KNOWN_MS = 30 * MINUTE_MS;
/** So much more charge ends the exception: plugged in, not a rounding. */
const CHARGED_PERCENT = 5;
/** Nobody opens a link the moment it comes. */
const OPENING_MS = 5 * MINUTE_MS;

/** What is wrong with routes and their drivers. */
export function routeExceptions(
  day: WatchedDay,
  policy: ExceptionPolicy,
  standsAlready: StandsAlready,
): WantedException[] {
  const arrivals = new Map<string, WatchedArrival[]>();
  for (const each of day.arrivals) arrivals.set(each.routeId, [...(arrivals.get(each.routeId) ?? []), each]);
  return day.routes
    .filter(({ stops }) => stops > 0)
    .flatMap((route) => {
      const subjectKey = `route:${route.routeId}`;
      const stands = (type: WantedException["type"]) => standsAlready(type, subjectKey);
      const found: (Finding | undefined)[] = [
        late(route, arrivals.get(route.routeId) ?? [], policy, stands("late")),
        noStart(route, day.nowMs, policy),
        linkNotOpened(route, day.nowMs, policy),
        declined(route),
        staleGps(route, day.nowMs, policy, stands("stale-gps")),
        lowBattery(route, day.nowMs, policy, stands("low-battery")),
      ];
      const subject = { planId: day.planId, routeId: route.routeId, driverId: route.driverId };
      return found
        .filter((finding) => finding !== undefined)
        .map((finding) => ({
          ...subject,
          deliveryId: null,
          visitId: null,
          subjectKey,
          dueAtMs: null,
          ...finding,
          details: { routeNumber: route.number, ...finding.details },
        }));
    });
}

type Finding = Pick<WantedException, "type" | "severity" | "details"> & { readonly dueAtMs?: number };

function late(
  route: WatchedRoute,
  arrivals: readonly WatchedArrival[],
  { lateMinutes }: ExceptionPolicy,
  stands: boolean,
): Finding | undefined {
  if (route.status !== "dispatched" && route.status !== "started") return undefined;
  const latest = arrivals.reduce<WatchedArrival | null>(
    (most, each) => (each.lateSeconds > (most?.lateSeconds ?? 0) ? each : most),
    null,
  );
  const worst = latest?.lateSeconds ?? 0;
  if (!latest || worst < (stands ? lateMinutes * 30 : lateMinutes * 60)) return undefined;
  const behind = arrivals.filter(({ lateSeconds }) => lateSeconds > 0);
  const isGrave = worst >= lateMinutes * 180 || behind.some(({ priority }) => priority === "critical");
  return {
    type: "late",
    severity: isGrave ? "high" : "medium",
    dueAtMs: Math.min(...behind.map(({ expectedAtMs, lateSeconds }) => expectedAtMs - lateSeconds * 1000)),
    details: {
      minutes: Math.ceil(worst / 60),
      visitIds: behind.map(({ visitId }) => visitId).sort(),
      promised: toMinute(latest.expectedAtMs - worst * 1000),
      expected: toMinute(latest.expectedAtMs),
    },
  };
}

/** What moves by seconds all the time is not news. */
function toMinute(atMs: number): string {
  return new Date(Math.round(atMs / MINUTE_MS) * MINUTE_MS).toISOString();
}

function noStart(route: WatchedRoute, nowMs: number, { noStartMinutes }: ExceptionPolicy): Finding | undefined {
  if (route.status !== "dispatched" || route.startedAtMs !== null) return undefined;
  const overdueMs = nowMs - route.plannedStartMs;
  if (overdueMs < noStartMinutes * MINUTE_MS) return undefined;
  const severity: Severity = overdueMs >= 3 * noStartMinutes * MINUTE_MS ? "critical" : "high";
  return { type: "no-start", severity, details: { since: new Date(route.plannedStartMs).toISOString() } };
}

function linkNotOpened(
  route: WatchedRoute,
  nowMs: number,
  { linkNotOpenedMinutes }: ExceptionPolicy,
): Finding | undefined {
  const { link } = route;
  if (route.status !== "dispatched" || route.startedAtMs !== null || link?.status !== "offered") return undefined;
  if (link.openedAtMs !== null || nowMs < link.sentAtMs + OPENING_MS) return undefined;
  if (nowMs < route.plannedStartMs - linkNotOpenedMinutes * MINUTE_MS) return undefined;
  return { type: "link-not-opened", severity: "medium", details: { since: new Date(link.sentAtMs).toISOString() } };
}

function declined({ link, status }: WatchedRoute): Finding | undefined {
  if (link?.status !== "declined" || status === "started" || status === "finished") return undefined;
  return { type: "declined", severity: "critical", details: { reason: link.declineReason ?? "other" } };
}

function staleGps(
  route: WatchedRoute,
  nowMs: number,
  { staleGpsMinutes }: ExceptionPolicy,
  stands: boolean,
): Finding | undefined {
  if (route.status !== "started" || route.isOnBreak || !route.seen) return undefined;
  const limitMs = staleGpsMinutes * MINUTE_MS * (stands ? 0.5 : 1);
  if (nowMs - route.seen.recordedAtMs < limitMs) return undefined;
  return {
    type: "stale-gps",
    severity: "medium",
    details: { since: new Date(route.seen.recordedAtMs).toISOString() },
  };
}

function lowBattery(
  route: WatchedRoute,
  nowMs: number,
  { batteryPercent }: ExceptionPolicy,
  stands: boolean,
): Finding | undefined {
  const percent = route.seen?.batteryPercent ?? null;
  if (route.status !== "started" || percent === null) return undefined;
  if (!stands && nowMs - route.seen!.recordedAtMs > BATTERY_KNOWN_MS) return undefined;
  if (percent > batteryPercent + (stands ? CHARGED_PERCENT : 0)) return undefined;
  return { type: "low-battery", severity: "low", details: { percent } };
}

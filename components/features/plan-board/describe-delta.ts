import { formatDistance, formatMinutesDelta, formatMoney } from "@/components/lib/format";
import type { ScheduleDelta } from "@/server/domain/plan/what-if/preview-route";

/** "+1.2 km": a change, always signed. */
export function signedDistance(meters: number): string {
  return `${signOf(meters)}${formatDistance(Math.abs(meters))}`;
}

export function signedMoney(cents: number, currency: string): string {
  return `${signOf(cents)}${formatMoney(Math.abs(cents), currency)}`;
}

export function signedCount(count: number): string {
  return `${signOf(count)}${Math.abs(count)}`;
}

function signOf(value: number): string {
  return value > 0 ? "+" : value < 0 ? "−" : "±";
}

/** A change for a target's badge: "+1.2 km · +14 min · +2 late". Lateness is named only where it changes. */
export function describeDelta(delta: ScheduleDelta): string {
  const parts = [signedDistance(delta.distanceMeters), formatMinutesDelta(delta.durationSeconds)];
  if (delta.lateStops !== 0) parts.push(`${signedCount(delta.lateStops)} late`);
  return parts.join(" · ");
}

/** What a finished move is announced as: "12 stops moved to route 9, +14 min, 0 late". */
export function announceMove(count: number, target: string, delta: ScheduleDelta | null): string {
  const what = `${count} ${count === 1 ? "stop" : "stops"} moved to ${target}`;
  if (!delta) return what;
  return `${what}, ${formatMinutesDelta(delta.durationSeconds)}, ${Math.max(0, delta.lateStops)} late`;
}

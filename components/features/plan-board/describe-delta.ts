import type { Words } from "@/components/lib/words/words";
import type { ScheduleDelta } from "@/server/domain/plan/what-if/preview-route";

type Formats = Words<"rules">["format"];

/** "+1.2 km": a change, always signed. */
export function signedDistance(format: Formats, meters: number): string {
  return `${signOf(meters)}${format.distance(Math.abs(meters))}`;
}

/** "−1:52": hours and minutes, for what is too long to be told in minutes. */
export function signedDuration(format: Formats, seconds: number): string {
  return `${signOf(seconds)}${format.duration(Math.abs(seconds))}`;
}

export function signedWeight(format: Formats, grams: number): string {
  return `${signOf(grams)}${format.weight(Math.abs(grams))}`;
}

export function signedMoney(format: Formats, cents: number, currency: string): string {
  return `${signOf(cents)}${format.money(Math.abs(cents), currency)}`;
}

export function signedCount(count: number): string {
  return `${signOf(count)}${Math.abs(count)}`;
}

function signOf(value: number): string {
  return value > 0 ? "+" : value < 0 ? "−" : "±";
}

/** A change for a target's badge: "+1.2 km · +14 min · +2 late". Lateness is named only where it changes. */
export function describeDelta(t: Words<"rules">, delta: ScheduleDelta): string {
  const parts = [signedDistance(t.format, delta.distanceMeters), t.format.minutesDelta(delta.durationSeconds)];
  if (delta.lateStops !== 0) parts.push(t("lateStops", { count: signedCount(delta.lateStops) }));
  return parts.join(" · ");
}

/** What a finished move is announced as: "12 stops moved to route 9, +14 min, 0 late". */
export function announceMove(t: Words<"rules">, count: number, target: string, delta: ScheduleDelta | null): string {
  if (!delta) return t("moved", { count, target });
  const minutes = t.format.minutesDelta(delta.durationSeconds);
  return t("movedWithEffect", { count, target, minutes, late: Math.max(0, delta.lateStops) });
}

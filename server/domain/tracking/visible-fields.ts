import type { FieldRule, TrackingPolicy } from "./tracking-policy";
import { isUnderWay, isWithin, type Nearness, type TrackingState } from "./tracking-state";

export type TrackedField = keyof TrackingPolicy["fields"];

/**
 * Which fields a customer sees at a moment (product.md §3, "privacy defaults"): only while a driver is out with the
 * delivery, and then from the first threshold on that is reached. The position needs a threshold: where a policy sets
 * none, nobody is followed all day.
 */
export function visibleFields(
  state: TrackingState,
  nearness: Nearness,
  fields: TrackingPolicy["fields"],
): ReadonlySet<TrackedField> {
  if (!isUnderWay(state)) return new Set();
  const isNearest = state === "next" || state === "arrived";
  const reached = isNearest ? { ...nearness, stopsBefore: 0 } : nearness;
  const names = Object.keys(fields) as TrackedField[];
  return new Set(names.filter((name) => isVisible(fields[name], reached, name === "position")));
}

function isVisible(rule: FieldRule, nearness: Nearness, needsThreshold: boolean): boolean {
  if (!rule.isShown) return false;
  const hasThreshold = rule.stopsBefore !== null || rule.minutesBefore !== null || rule.metersBefore !== null;
  if (!hasThreshold) return !needsThreshold;
  return (
    isWithin(nearness.stopsBefore, rule.stopsBefore) ||
    isWithin(nearness.minutesBefore, rule.minutesBefore) ||
    isWithin(nearness.metersBefore, rule.metersBefore)
  );
}

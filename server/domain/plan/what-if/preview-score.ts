import type { RouteChangePreview } from "./preview-route";
import { CENTS_PER_VIOLATION, costScore, RULE_VIOLATION } from "./route-score";

const NO_RATES = { costPerKmCents: 0, costPerHourCents: 0 };

/** What makes a change of one route better than a change of another; smaller is better. Fixed costs count. */
export function previewScore({ delta, newBreaks }: RouteChangePreview): number {
  const untimed = newBreaks.filter(({ rule }) => rule.rule !== "late" && rule.rule !== "shift");
  const kinds = new Set(untimed.map(({ rule }) => rule.rule));
  const violation = delta.lateSeconds + delta.overtimeSeconds + kinds.size * RULE_VIOLATION;
  // Wages and kilometres are in the cents already; what is left decides where a fleet has no costs.
  const spent = costScore(NO_RATES, delta.distanceMeters, delta.durationSeconds);
  return violation * CENTS_PER_VIOLATION + delta.costCents + spent;
}

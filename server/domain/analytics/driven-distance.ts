import { distanceMeters, type LatLng } from "@/server/domain/geo";

/** For longer than this nothing is known of the way between two fixes. */
const LONGEST_GAP_MS = 5 * 60_000;
/** So much of the time must be known for the distance to be one. */
const LEAST_KNOWN_SHARE = 0.9;

type Fix = LatLng & { readonly recordedAtMs: number };

/**
 * How far somebody drove between two instants, in metres, from fix to fix; null where more than a tenth of the time is
 * unknown, because what was driven meanwhile would be missing. Fixes oldest first.
 */
export function drivenDistance(fixes: readonly Fix[], fromMs: number, toMs: number): number | null {
  let meters = 0;
  let knownMs = 0;
  let before: Fix | undefined;
  let atMs = fromMs;
  for (const fix of fixes) {
    if (fix.recordedAtMs < fromMs || fix.recordedAtMs > toMs) continue;
    if (before) meters += distanceMeters(before, fix);
    if (fix.recordedAtMs - atMs <= LONGEST_GAP_MS) knownMs += fix.recordedAtMs - atMs;
    [before, atMs] = [fix, fix.recordedAtMs];
  }
  if (toMs - atMs <= LONGEST_GAP_MS) knownMs += toMs - atMs;
  const isKnown = before !== undefined && toMs > fromMs && knownMs >= LEAST_KNOWN_SHARE * (toMs - fromMs);
  return isKnown ? Math.round(meters) : null;
}

import { correctedAtMs } from "@/server/domain/execution/merge-op";
import { isPlausiblePosition } from "@/server/domain/geo";
import type { PositionFix } from "./position-fix";

/** Why a fix was not kept. */
export type FixRefusal = "malformed" | "bad-time" | "in-the-future" | "too-old" | "bad-coordinates";

export type JudgedFix = { readonly fix: PositionFix } | { readonly reason: FixRefusal };

/** What judging asks of the fix's surroundings. */
export interface FixContext {
  readonly receivedAtMs: number;
  /** How far the device's clock is behind ours; 0 where it has not said its time. */
  readonly skewMs: number;
}

/** A GPS clock may be ahead of ours by so much, sending included. */
const FUTURE_SLACK_MS = 5 * 60_000;
/** Longer than any session is good for; positions are always kept longer (`retention-policy`). */
export const OLDEST_FIX_MS = 7 * 24 * 3600_000;

/**
 * Judges one fix as a device sent it. Time and place must be right; of the rest, what is no possible reading (devices
 * say -1 for unknown) is null.
 */
export function judgeFix(raw: unknown, { receivedAtMs, skewMs }: FixContext): JudgedFix {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { reason: "malformed" };
  const sent = raw as Readonly<Record<string, unknown>>;
  const deviceAtMs = instantMs(sent.recordedAt);
  if (deviceAtMs === null) return { reason: "bad-time" };
  const recordedAtMs = correctedAtMs(deviceAtMs, skewMs);
  if (recordedAtMs > receivedAtMs + FUTURE_SLACK_MS) return { reason: "in-the-future" };
  if (recordedAtMs < receivedAtMs - OLDEST_FIX_MS) return { reason: "too-old" };
  const { lat, lng } = sent;
  if (typeof lat !== "number" || typeof lng !== "number" || !isPlausiblePosition({ lat, lng })) {
    return { reason: "bad-coordinates" };
  }
  const heading = within(sent.headingDegrees, 0, 360);
  const battery = within(sent.batteryPercent, 0, 100);
  return {
    fix: {
      recordedAtMs,
      lat,
      lng,
      accuracyMeters: within(sent.accuracyMeters, 0, 100_000),
      speedMps: within(sent.speedMps, 0, 150),
      headingDegrees: heading === null ? null : Math.round(heading) % 360,
      batteryPercent: battery === null ? null : Math.round(battery),
    },
  };
}

/** Milliseconds of a Date or of an instant written with its offset; a time of day somewhere is no instant. */
function instantMs(value: unknown): number | null {
  const isInstant = value instanceof Date || (typeof value === "string" && INSTANT.test(value));
  const ms = isInstant ? new Date(value).getTime() : Number.NaN;
  return Number.isFinite(ms) ? ms : null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i;

function within(value: unknown, least: number, most: number): number | null {
  return typeof value === "number" && value >= least && value <= most ? value : null;
}

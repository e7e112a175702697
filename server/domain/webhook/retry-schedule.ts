const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When a message is tried, counted from its first try: ten times within a day. */
const TRIES_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** At most so much of a pause is added to it, so that what failed together does not come back together. */
const JITTER = 0.1;
const LONGEST_ASKED_MS = 24 * HOUR;

/**
 * The pause after a message's nth failed try (from 1); null after its last. What the endpoint asks for (Retry-After)
 * counts where it is longer. `random`: 0 up to 1.
 */
export function pauseAfterTry(tries: number, retryAfterSeconds: number | null, random: number): number | null {
  const [last, next] = [TRIES_MS[tries - 1], TRIES_MS[tries]];
  if (last === undefined || next === undefined) return null;
  const ownMs = (next - last) * (1 + JITTER * random);
  return Math.round(Math.max(ownMs, Math.min((retryAfterSeconds ?? 0) * SECOND, LONGEST_ASKED_MS)));
}

import "server-only";

const MINUTE_MILLISECONDS = 60_000;
/** Idle buckets are full again after a minute, and then say nothing. */
const SWEEP_AT = 10_000;

/**
 * A bucket per name that fills evenly and holds a minute's worth: bursts pass, a steady excess does not. Counted in this
 * process alone. `take` answers 0, or in how many seconds to ask again.
 */
export function createRateLimiter(now: () => Date) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let sweptAt = 0;
  return {
    take(name: string, perMinute: number): number {
      const at = now().getTime();
      // Once a minute: nobody is idle any sooner, and ten thousand who are not would be gone through by each request.
      if (buckets.size > SWEEP_AT && at - sweptAt > MINUTE_MILLISECONDS) {
        sweptAt = at;
        for (const [key, bucket] of buckets) if (at - bucket.at > MINUTE_MILLISECONDS) buckets.delete(key);
      }
      const before = buckets.get(name) ?? { tokens: perMinute, at };
      const filled = before.tokens + (Math.max(0, at - before.at) * perMinute) / MINUTE_MILLISECONDS;
      const tokens = Math.min(perMinute, filled);
      if (tokens < 1) {
        buckets.set(name, { tokens, at });
        return Math.max(1, Math.ceil(((1 - tokens) * MINUTE_MILLISECONDS) / perMinute / 1000));
      }
      buckets.set(name, { tokens: tokens - 1, at });
      return 0;
    },
  };
}
export type RateLimiter = ReturnType<typeof createRateLimiter>;

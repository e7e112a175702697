import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { quantile } from "../bench-board/quantile";
import type { Figures, LiveBench } from "./live-bench";

const WARM_UP = 10;
const RUNS = 100;
/** Each time so much later, at a driver who has not set out: every stop's expectation moves, and goes into the history. */
const STEP_MS = 61_000;
const HOUR_MS = 3600_000;

/** The service behind every new word of a driver, on the route of 126 open stops, at its dearest: all of them later. */
export async function measureArrivalsRefresh({ services, routeId, midnightEpochMs }: LiveBench): Promise<Figures> {
  const firstMs = midnightEpochMs + 8 * HOUR_MS;
  const took: number[] = [];
  let stops = 0;
  for (let turn = 0; turn < WARM_UP + RUNS; turn++) {
    const now = new Date(firstMs + turn * STEP_MS);
    const late = services({ clock: { now: () => now } });
    const startedAt = performance.now();
    ({ stops } = await refreshArrivals(late, { routeId }));
    if (turn >= WARM_UP) took.push(performance.now() - startedAt);
  }
  return {
    refreshStops: stops,
    refresh126StopsMedianMs: tenths(quantile(took, 0.5)),
    refresh126StopsP95Ms: tenths(quantile(took, 0.95)),
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;

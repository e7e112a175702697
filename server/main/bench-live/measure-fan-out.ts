import { readSse, subscriptionUrl } from "@/server/testing/sse-reader";
import { quantile } from "../bench-board/quantile";
import type { Figures, LiveBench } from "./live-bench";
import { bearer, postJson } from "./live-client";
import { fixAt } from "./measure-ingest";

const DISPATCHERS = 10;
const ROUNDS = 5;
const EVERY_MILLISECONDS = 5000;

/** How long from a van's fix to a dispatcher's stream: 40 vans, a fix each every 5 s, 10 dispatchers, loopback. */
export async function measureFanOut({ url, planId, tokens, cookie }: LiveBench): Promise<Figures> {
  const leave = new AbortController();
  const delays: number[] = [];
  const sentAfter = Date.now();
  const watching = Array.from({ length: DISPATCHERS }, async () => {
    const stream = readSse(subscriptionUrl(url, "position.stream", { planId }), cookie, leave.signal);
    for await (const { data } of stream) {
      for (const { recordedAtMs } of (data as { positions: { recordedAtMs: number }[] }).positions) {
        if (recordedAtMs > sentAfter) delays.push(Date.now() - recordedAtMs);
      }
    }
  });
  const drive = async (token: string, van: number) => {
    for (let turn = 0; turn < ROUNDS; turn++) {
      await until(sentAfter + 1500 + turn * EVERY_MILLISECONDS + (van * EVERY_MILLISECONDS) / tokens.length);
      await postJson(`${url}/api/run/positions`, { fixes: [fixAt(Date.now(), van)] }, bearer(token));
    }
  };
  await Promise.all(tokens.map(drive));
  await until(Date.now() + 1000);
  leave.abort();
  await Promise.allSettled(watching);
  const expected = tokens.length * ROUNDS * DISPATCHERS;
  return {
    fixToDeskP50Ms: quantile(delays, 0.5),
    fixToDeskP95Ms: quantile(delays, 0.95),
    fixesSeenShare: Math.round((delays.length / expected) * 1000) / 1000,
  };
}

const until = (atMs: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - Date.now())));

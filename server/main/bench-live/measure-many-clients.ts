import { readSse, subscriptionUrl } from "@/server/testing/sse-reader";
import type { Figures, LiveBench } from "./live-bench";
import { bearer, postJson } from "./live-client";

const CLIENTS = 1000;
const AT_ONCE = 25;
const LIMIT_MILLISECONDS = 60_000;
const MIB = 2 ** 20;

/** A thousand event streams on one process: what they cost in memory, and how long one act takes to all of them. */
export async function measureManyClients(bench: LiveBench): Promise<Figures> {
  const { url, tokens, cookie } = bench;
  const before = await bench.residentBytes();
  const leave = new AbortController();
  let [connected, heard, failed] = [0, 0, 0];
  const reader = async () => {
    let isConnected = false;
    for await (const { data } of readSse(subscriptionUrl(url, "event.stream", {}), cookie, leave.signal)) {
      if (!isConnected) connected++;
      isConnected = true;
      if ((data as { type: string }[]).some(({ type }) => type === "route.checked-in")) heard++;
    }
  };
  const reading: Promise<void>[] = [];
  const deadline = Date.now() + LIMIT_MILLISECONDS;
  while (reading.length < CLIENTS) {
    const wanted = reading.length + AT_ONCE;
    while (reading.length < wanted) reading.push(reader().catch(() => void failed++));
    await reached(() => connected + failed >= wanted, deadline);
  }
  const open = await bench.residentBytes();
  const sentAt = Date.now();
  const deviceNow = new Date();
  const op = { opId: crypto.randomUUID(), deviceSeq: 1, occurredAt: deviceNow, type: "check-in" };
  await postJson(`${url}/api/run/ops`, { deviceNow, ops: [op] }, bearer(tokens[1]!));
  await reached(() => heard >= connected, deadline);
  const toAllMs = Date.now() - sentAt;
  const failedBefore = failed;
  leave.abort();
  await Promise.allSettled(reading);
  return {
    sseClients: connected,
    sseClientsFailed: failedBefore,
    eventHeardBy: heard,
    eventToAllMs: toAllMs,
    memoryBeforeMiB: Math.round(before / MIB),
    memoryWithClientsMiB: Math.round(open / MIB),
    memoryPerClientKiB: Math.round((open - before) / 1024 / CLIENTS),
  };
}

async function reached(isReached: () => boolean, deadline: number): Promise<void> {
  while (!isReached() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

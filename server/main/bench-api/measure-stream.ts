import { liveMemoryMiB } from "@/server/testing/live-memory";
import { residentBytes } from "../process-usage";
import type { ApiBench, Figures } from "./api-bench";
import { expected, hundredths, send } from "./api-load";
import { benchLines } from "./bench-delivery";
import { sendLines } from "./measure-bulk";

const LINES = 1_000_000;
const LOOKS = 10;
const MIB = 2 ** 20;

/** What a process holds while lines are streamed to it, a tenth of them at a time; nobody takes them in meanwhile. */
export async function measureStream(bench: ApiBench): Promise<Figures> {
  const lines = bench.lines ?? LINES;
  const server = await bench.startInspected();
  try {
    const url = `${server.url}/v1/lastmile`;
    await sendLines(url, bench.headers, benchLines(5000));
    const idle = await liveMemoryMiB(server);
    const held: number[] = [];
    let [next, mostResident] = [lines / LOOKS, 0];
    const begun = performance.now();
    const jobId = await sendLines(
      url,
      bench.headers,
      benchLines(lines, async (sent) => {
        if (sent < next) return;
        next += lines / LOOKS;
        held.push(Math.round((await liveMemoryMiB(server)) - idle));
        mostResident = Math.max(mostResident, await residentBytes(server.pid));
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    expected(200, await send("POST", `${url}/jobs/${jobId}/cancel`, bench.headers));
    const half = held.slice(LOOKS / 2);
    return {
      streamLines: lines,
      streamPerSecond: Math.round(lines / seconds),
      streamHeldMiB: held,
      streamMostHeldMiB: Math.max(...held),
      /** How much more is held on average in the second half than in the first: what would grow with the stream. */
      streamGrowthMiB: hundredths(mean(half) - mean(held.slice(0, LOOKS / 2))),
      streamResidentMiB: Math.round(mostResident / MIB),
    };
  } finally {
    await server.stop();
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

import { getOptimization } from "@/server/services/plan/get-optimization";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import type { ApiBench, Figures } from "./api-bench";
import { expected, latencies, load, send } from "./api-load";
import { knownDeliveries } from "./measure-requests";

const SOLVE_SECONDS = 20;
const MOST_SECONDS = 120;
const KNOWN = 200;
/** Of all connections together: what a busy tenant's programs ask, not all that can be answered. */
const READS_PER_SECOND = 200;

/** What reads take while the same process plans a day of a thousand stops. */
export async function measureOptimizing(bench: ApiBench): Promise<Figures> {
  const { services, planId, url, headers } = bench;
  const ids = await knownDeliveries(bench, KNOWN);
  await requestOptimization(services, { planId, maxSeconds: SOLVE_SECONDS });
  const until = performance.now() + MOST_SECONDS * 1000;
  const status = async () => (await getOptimization(services, { planId }))?.status;
  while ((await status()) === "queued" && performance.now() < until) await pause(100);
  let isRunning = (await status()) === "running";
  if (!isRunning) throw new Error(`the run is ${await status()}`);
  const begun = performance.now();
  const watched = watch();
  const { times, failed } = await load(
    () => isRunning,
    async (index) => {
      await pause(begun + (index / READS_PER_SECOND) * 1000 - performance.now());
      return expected(200, await send("GET", `${url}/deliveries/${ids[index % ids.length]}`, headers));
    },
  );
  await watched;
  return {
    optimizingReads: times.length,
    optimizingFailed: failed,
    optimizingReadsPerSecond: Math.round(times.length / ((performance.now() - begun) / 1000)),
    ...latencies("optimizing", times),
  };

  async function watch() {
    while (isRunning && performance.now() < until) {
      await pause(500);
      isRunning = (await status()) === "running";
    }
    isRunning = false;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

import type { Desk } from "./desk";
import { openRoute, stopRows } from "./list-actions";

const MOVES = 1_000;
/** Moves after which caches are as full as they get; what is used then is what later growth is counted from. */
const WARM_UP_MOVES = 100;
const SAMPLE_EVERY = 100;
const LIMIT_MILLISECONDS = 240_000;

/** Memory of the page over many moves, each confirmed by the server, after forced collections. */
export async function measureHeap(desk: Desk) {
  const { page } = desk;
  await openRoute(page, 2);
  await stopRows(page, 2).first().click();
  const samples: { moves: number; megabytes: number }[] = [];
  const startedAt = performance.now();
  let moves = 0;
  const total = WARM_UP_MOVES + MOVES;
  while (moves < total && performance.now() - startedAt < LIMIT_MILLISECONDS) {
    // Down the route and up again, so that the day ends as it began.
    const key = Math.floor(moves / 50) % 2 === 0 ? "Alt+ArrowDown" : "Alt+ArrowUp";
    const answer = page.waitForResponse((response) => response.url().includes("plan.moveStops"));
    await page.keyboard.press(key);
    await answer;
    moves++;
    if (moves >= WARM_UP_MOVES && moves % SAMPLE_EVERY === 0)
      samples.push({ moves: moves - WARM_UP_MOVES, megabytes: await usedMegabytes(desk) });
  }
  const [first] = samples;
  const last = samples.at(-1);
  return {
    heapMoves: last?.moves ?? 0,
    heapStartMegabytes: first?.megabytes ?? Number.NaN,
    heapGrowthMegabytes: (last?.megabytes ?? Number.NaN) - (first?.megabytes ?? Number.NaN),
    heapSamplesMegabytes: samples.map(({ megabytes }) => Math.round(megabytes * 10) / 10),
  };
}

async function usedMegabytes({ page, cdp }: Desk): Promise<number> {
  await page.evaluate(() => window.__bench.forget());
  // Twice: what finalizers let go of is only free after the second time.
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

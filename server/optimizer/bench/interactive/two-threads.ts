import path from "node:path";
import { env } from "@/server/main/env";
import { findInstances } from "../find-instances";
import { measureInstance } from "../measure-instance";
import type { Figure } from "./figure";

const LARGE_SETS = ["homberger_400", "homberger_1000", "X"];
const SMALLEST = 400;

/** Two threads against one for as many seconds on the wall, on every set of 400 customers and more; needs idle cores. */
export async function twoThreads(seconds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const instances = findInstances(path.join(env.samplesDir, "benchmarks")).filter(isLarge);
  for (const set of new Set(instances.map((instance) => instance.set))) {
    const gaps: Record<1 | 2, number[]> = { 1: [], 2: [] };
    for (const instance of instances.filter((each) => each.set === set)) {
      for (const threads of [1, 2] as const) {
        const budget = { objective: "distance", seconds, threads, seed: 1, clock: "wall" } as const;
        gaps[threads].push((await measureInstance(instance, budget)).gapPercent ?? Number.NaN);
      }
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    figures.push({
      what: `${set}, ${seconds} s on the wall: mean gap with one thread, with two`,
      measured: `${mean(gaps[1]).toFixed(2)} %, ${mean(gaps[2]).toFixed(2)} %`,
      target: "two are better",
    });
  }
  return figures;
}

function isLarge({ set, name }: { readonly set: string; readonly name: string }): boolean {
  return LARGE_SETS.includes(set) && (set !== "X" || Number(/n(\d+)/.exec(name)?.[1]) > SMALLEST);
}

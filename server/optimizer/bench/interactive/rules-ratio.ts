import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { env } from "@/server/main/env";
import { findInstances } from "../find-instances";
import type { Figure } from "./figure";

const MEASURE = fileURLToPath(new URL("./core-rules-ratio.ts", import.meta.url));
const SETS = ["solomon", "homberger_200", "homberger_400"];
const ROUNDS = 3;

/**
 * What knowing every rule costs where none is used: iterations per second with all of them, over those of a search that
 * knows windows and capacity only. Processes of their own, in turn, the median of the rounds.
 */
export async function rulesRatio(seconds: number): Promise<Figure[]> {
  const instances = findInstances(path.join(env.samplesDir, "benchmarks"));
  const figures: Figure[] = [];
  for (const set of SETS) {
    const instance = instances.find((each) => each.set === set);
    if (!instance) continue;
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const small = await rate(instance.file, "small", seconds);
      const full = await rate(instance.file, "full", seconds);
      ratios.push(full / small);
    }
    const median = ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
    figures.push({
      what: `${instance.name}: iterations/s with every rule, compared with windows and capacity only`,
      measured: `${(median * 100).toFixed(0)} %`,
      target: "≥ 70 %",
    });
  }
  return figures;
}

async function rate(file: string, model: "full" | "small", seconds: number): Promise<number> {
  const args = [...process.execArgv, MEASURE, file, model, String(seconds)];
  return Number((await promisify(execFile)(process.execPath, args)).stdout);
}

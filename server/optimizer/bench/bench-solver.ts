import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { env } from "@/server/main/env";
import { solveRoutingProblem } from "../pool/solve-routing-problem";
import { type BenchmarkInstance, readCvrplib, readSolomon } from "./benchmark-instance";

/**
 * Gap to the best known solutions of public benchmark instances, distance objective:
 * `npm run bench:solver -- --seconds 10 --threads 1 --sets solomon,homberger_200 [--samples DIR] [--only R1_2_1]`.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "10" },
    threads: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    sets: { type: "string", default: "solomon,homberger_200,homberger_400,X" },
    only: { type: "string" },
    samples: { type: "string", default: env.samplesDir },
  },
});

interface BestKnown {
  readonly distance: number;
  readonly dimacs_distance?: number;
}

interface Measured {
  readonly set: string;
  readonly name: string;
  readonly distance: number;
  readonly gapPercent: number;
  readonly vehicles: number;
  readonly unassigned: number;
  readonly iterations: number;
  readonly cpuSeconds: number;
}

const seconds = Number(values.seconds);
const threads = Number(values.threads);
const folder = join(values.samples, "benchmarks");
const index = join(folder, "bks.json");
if (existsSync(index)) await bench(JSON.parse(readFileSync(index, "utf8")));
else console.log(`bench:solver skipped: no benchmark instances in ${folder} (set DRAY_SAMPLES)`);

async function bench(bestKnown: Record<string, Record<string, BestKnown>>): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  console.log(`${machine}; ${seconds} s, ${threads} thread(s), seed ${values.seed}`);
  const results: Measured[] = [];
  for (const set of values.sets.split(",")) {
    for (const instance of instancesOf(set)) {
      const best = bestKnown[set]?.[instance.name];
      if (!best || (values.only && values.only !== instance.name)) continue;
      const measured = await measure(set, instance, best.dimacs_distance ?? best.distance);
      results.push(measured);
      console.log(line(measured));
    }
    const gaps = results.filter((each) => each.set === set).map((each) => each.gapPercent);
    if (gaps.length > 0)
      console.log(`${set}: mean ${mean(gaps).toFixed(2)} %, worst ${Math.max(...gaps).toFixed(2)} %\n`);
  }
  const meanGapPercent = Number(mean(results.map((each) => each.gapPercent)).toFixed(3));
  console.log(JSON.stringify({ machine, seconds, threads, meanGapPercent, results }));
}

function instancesOf(set: string): BenchmarkInstance[] {
  const files = readdirSync(join(folder, set)).filter((file) => /\.(txt|vrp)$/.test(file));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, set, file), "utf8");
    const name = file.replace(/\.\w+$/, "");
    return file.endsWith(".vrp") ? readCvrplib(name, text) : readSolomon(name, text);
  });
}

async function measure(set: string, instance: BenchmarkInstance, bestDistance: number): Promise<Measured> {
  const before = process.cpuUsage();
  const budget = { seed: Number(values.seed), maxSeconds: seconds, threads };
  const solution = await solveRoutingProblem(instance.problem, budget);
  const { user, system } = process.cpuUsage(before);
  const distance = instance.distanceOf(solution.costCents);
  return {
    set,
    name: instance.name,
    distance,
    gapPercent: Number(((distance / bestDistance - 1) * 100).toFixed(3)),
    vehicles: solution.routes.filter((route) => route.length > 0).length,
    unassigned: solution.unassigned.length,
    iterations: solution.iterations,
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
  };
}

function line({ name, distance, gapPercent, vehicles, unassigned, iterations, cpuSeconds }: Measured): string {
  const rate = Math.round(iterations / cpuSeconds / 1000);
  const left = unassigned > 0 ? `  ${unassigned} unassigned` : "";
  return `${name.padEnd(14)} ${distance.toFixed(1).padStart(10)} ${gapPercent.toFixed(2).padStart(7)} %  ${String(vehicles).padStart(3)} vehicles  ${rate}k it/s  ${cpuSeconds} CPU s${left}`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

import path from "node:path";
import { env } from "@/server/main/env";
import { positive, readArgs, refuse } from "./bench-options";
import { type SetResult, writeResults } from "./bench-results";
import { type FoundInstance, findInstances } from "./find-instances";
import { machineFacts } from "./machine-facts";
import { type BenchBudget, type MeasuredInstance, measureInstance } from "./measure-instance";
import { summariseSet } from "./summarise-set";

const USAGE = `Usage: npm run bench:solver -- [FOLDER] [options]

Solves every benchmark instance of a folder (default: benchmarks/ in DRAY_SAMPLES), each in a process of its own, and
compares with the best known solutions in its bks.json. The last line is one JSON object.

  --objective fleet|distance   default distance
  --seconds S[,S…]             default 10; processor time with one thread, wall time with several
  --threads T                  default 1
  --seeds N[,N…]               default 1
  --sets A,B                   folders to run; default: those the objective is measured on
  --only A,B                   instances to run
  --write                      put the results into server/optimizer/bench/RESULTS.md, in place of earlier ones
`;

const DEFAULT_SETS = {
  distance: ["solomon", "homberger_200", "homberger_400", "homberger_1000", "X"],
  fleet: ["solomon", "homberger_200", "homberger_400", "lilim_100", "lilim_200"],
} as const;

const { values, positionals } = readArgs({
  allowPositionals: true,
  options: {
    objective: { type: "string", default: "distance" },
    seconds: { type: "string", default: "10" },
    threads: { type: "string", default: "1" },
    seeds: { type: "string", default: "1" },
    sets: { type: "string" },
    only: { type: "string" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const { objective, write } = values;
  if (objective !== "fleet" && objective !== "distance") refuse(`--objective is fleet or distance, not "${objective}"`);
  if (write && values.only) refuse("--write is for whole sets: leave out --only");
  const given = positionals[0];
  const folder = given ?? path.join(env.samplesDir, "benchmarks");
  const seeds = values.seeds.split(",").map((seed) => positive("seeds", seed));
  const threads = positive("threads", values.threads);
  const instances = chosen(findInstances(folder), objective, given !== undefined);
  if (instances.length === 0) {
    console.log(`bench:solver skipped: no instances in ${folder} (set DRAY_SAMPLES, or name a folder)`);
    return;
  }
  console.log(machineFacts());
  const results: SetResult[] = [];
  for (const seconds of values.seconds.split(",").map((each) => positive("seconds", each))) {
    for (const set of new Set(instances.map((instance) => instance.set))) {
      const ofSet = instances.filter((instance) => instance.set === set);
      const result = await benchSet(ofSet, { objective, seconds, threads }, seeds);
      results.push(result);
      if (write) writeResults([result]);
    }
  }
  console.log(JSON.stringify({ bench: "solver", folder, results: results.map(withSummary) }));
}

function chosen(
  found: readonly FoundInstance[],
  objective: "fleet" | "distance",
  isOwnFolder: boolean,
): FoundInstance[] {
  const sets: readonly string[] | undefined =
    values.sets?.split(",") ?? (isOwnFolder ? undefined : DEFAULT_SETS[objective]);
  const only = values.only?.split(",");
  return found
    .filter(({ set, name }) => (sets?.includes(set) ?? true) && (only?.includes(name) ?? true))
    .sort((a, b) => (sets?.indexOf(a.set) ?? 0) - (sets?.indexOf(b.set) ?? 0));
}

type Budget = Omit<BenchBudget, "seed">;

async function benchSet(
  instances: readonly FoundInstance[],
  budget: Budget,
  seeds: readonly number[],
): Promise<SetResult> {
  const { objective, seconds, threads } = budget;
  const set = instances[0]!.set;
  console.log(`\n${set}, ${objective}, ${seconds} s, ${threads} thread(s)`);
  const measured: MeasuredInstance[] = [];
  for (const instance of instances) {
    for (const seed of seeds) {
      const each = await measureInstance(instance, { ...budget, seed });
      measured.push(each);
      console.log(lineOf(each));
    }
  }
  const date = new Date().toISOString().slice(0, 10);
  const result: SetResult = {
    kind: "set",
    set,
    objective,
    seconds,
    threads,
    seeds: seeds.length,
    date,
    machine: machineFacts(),
    instances: measured,
  };
  console.log(summaryLine(result));
  return result;
}

function lineOf({ name, seed, vehicles, extraVehicles, distance, gapPercent, unassigned, ...rest }: MeasuredInstance) {
  const extra = extraVehicles === undefined ? "" : ` (${extraVehicles >= 0 ? "+" : ""}${extraVehicles})`;
  const gap = gapPercent === undefined ? "" : `${gapPercent.toFixed(2).padStart(7)} %`;
  const left = unassigned > 0 ? `  ${unassigned} UNASSIGNED` : "";
  const rate = `${Math.round(rest.iterationsPerSecond)} it/s  ${rest.cpuSeconds} CPU s`;
  return `  ${name.padEnd(14)} seed ${seed}  ${distance.toFixed(1).padStart(10)} ${gap}  ${vehicles} vehicles${extra}  ${rate}${left}`;
}

function summaryLine(result: SetResult): string {
  const summary = summariseSet(result.instances, result.seeds);
  const figures = [
    summary.meanGapPercent !== undefined && `mean gap ${summary.meanGapPercent.toFixed(2)} %`,
    summary.worstGapPercent !== undefined && `worst ${summary.worstGapPercent.toFixed(2)} %`,
    summary.extraVehicles !== undefined && `extra vehicles ${summary.extraVehicles}`,
    summary.extraVehicles !== undefined &&
      summary.meanGapOfMatchedPercent !== undefined &&
      `mean gap of matched ${summary.meanGapOfMatchedPercent.toFixed(2)} %`,
    summary.unassigned > 0 && `${summary.unassigned} UNASSIGNED`,
    `${Math.round(summary.iterationsPerSecond)} it/s`,
  ];
  return `  ${result.set}: ${figures.filter(Boolean).join(", ")}`;
}

function withSummary(result: SetResult) {
  return { ...result, summary: summariseSet(result.instances, result.seeds) };
}

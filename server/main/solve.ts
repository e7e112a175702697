import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FormatError } from "@/server/optimizer/formats/format-error";
import { type BenchmarkAnswer, solveBenchmark } from "./solve-benchmark";
import { readSolveOptions, SOLVE_USAGE, type SolveOptions, UsageError } from "./solve-options";

/** `npm run solve -- FILE …`: routes for a file of a benchmark or of one's own, without a server or a database. */
async function main(args: readonly string[]): Promise<void> {
  const options = readSolveOptions(args);
  if (!options) {
    process.stdout.write(SOLVE_USAGE);
    return;
  }
  const text = readProblem(options.file);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const { format, seed, seconds: maxSeconds, iterations: maxIterations, threads, clock } = options;
  const budget = {
    seed,
    ...(maxSeconds !== undefined && { maxSeconds }),
    ...(maxIterations !== undefined && { maxIterations }),
    ...(threads !== undefined && { threads }),
  };
  if (format === "dray") throw new UsageError("--format dray is not there yet");
  const objective = options.objective ?? (format === "solomon" || format === "lilim" ? "fleet" : "distance");
  const answer = await solveBenchmark(text, { format, objective }, budget, { clock, signal: stop.signal });
  const cpu = process.cpuUsage();
  const cpuSeconds = Math.round((cpu.user + cpu.system) / 1e4) / 100;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const { routes, ...figures } = answer;
  const report = { format, objective, seed, ...figures, cpuSeconds, peakMegabytes, routes };
  if (options.solutionFile) writeFileSync(options.solutionFile, solutionText(answer));
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : summary(options, { ...answer, cpuSeconds }));
}

function readProblem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const cause = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    throw new FormatError(`cannot read ${path.resolve(file)}: ${cause}`);
  }
}

/** The common text form of solutions: a line per route, then the cost. */
function solutionText({ routes, distance }: BenchmarkAnswer): string {
  const lines = routes.map((route, k) => `Route #${k + 1}: ${route.join(" ")}`);
  return `${[...lines, `Cost ${distance}`].join("\n")}\n`;
}

function summary({ file }: SolveOptions, answer: BenchmarkAnswer & { cpuSeconds: number }): string {
  const { vehicles, distance, duration, unassigned, iterations, seconds, cpuSeconds, routes } = answer;
  const round = (value: number) => Math.round(value * 100) / 100;
  const left = unassigned.length > 0 ? `, ${unassigned.length} customers left out: ${unassigned.join(" ")}` : "";
  return `${[
    `${path.basename(file)}: ${vehicles} vehicles, distance ${round(distance)}, duration ${round(duration)}${left}`,
    `${iterations} iterations in ${round(seconds)} s (${cpuSeconds} s of processor time)`,
    "",
    ...routes.map((route, k) => `  ${String(k + 1).padStart(3)}: ${route.join(" ")}`),
  ].join("\n")}\n`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUserFault = error instanceof UsageError || error instanceof FormatError;
  process.stderr.write(`solve: ${isUserFault ? error.message : ((error as Error).stack ?? error)}\n`);
  process.exitCode = isUserFault ? 2 : 1;
}

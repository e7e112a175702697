import path from "node:path";
import type { RoutingBudget } from "@/server/domain/plan/routing-problem";
import type { DrayRoute } from "@/server/optimizer/formats/dray/dray-answer-schema";
import { solveBenchmark } from "./solve-benchmark";
import { solveDray } from "./solve-dray";
import type { SolveOptions } from "./solve-options";

/** An answer for programs, for people, and as a file of routes. */
export interface SolvedFile {
  readonly report: object;
  readonly summary: string;
  readonly solution: string;
}

/** Solves the text of a file in the format the options name. */
export async function solveFile(text: string, options: SolveOptions, signal: AbortSignal): Promise<SolvedFile> {
  const { format, seed, seconds: maxSeconds, iterations: maxIterations, threads, clock } = options;
  const budget: RoutingBudget = {
    seed,
    ...(maxSeconds !== undefined && { maxSeconds }),
    ...(maxIterations !== undefined && { maxIterations }),
    ...(threads !== undefined && { threads }),
  };
  const hooks = { clock, signal };
  if (format === "dray") {
    const { routes, ...plan } = await solveDray(text, options.objective, budget, hooks);
    const report = { format, seed, ...plan, ...spent(), routes };
    const lines = routes.map(routeLine);
    return {
      report,
      summary: summaryOf(options, { ...report, unit: "m" }, lines),
      solution: `${JSON.stringify(report, null, 2)}\n`,
    };
  }
  const objective = options.objective ?? (format === "solomon" || format === "lilim" ? "fleet" : "distance");
  const { routes, ...answer } = await solveBenchmark(text, { format, objective }, budget, hooks);
  const report = { format, objective, seed, ...answer, ...spent(), routes };
  const lines = routes.map((route) => route.join(" "));
  // The text form in which solutions of benchmarks are commonly passed on.
  const solution = [...lines.map((line, k) => `Route #${k + 1}: ${line}`), `Cost ${answer.distance}`].join("\n");
  return { report, summary: summaryOf(options, report, lines), solution: `${solution}\n` };
}

/** What this process has used so far. */
function spent() {
  const { user, system } = process.cpuUsage();
  return {
    cpuSeconds: Math.round((user + system) / 1e4) / 100,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function routeLine({ vehicle, stops, departure, end, departureSeconds, endSeconds }: DrayRoute): string {
  const names = stops.map(({ kind, id }) => id ?? `(${kind})`);
  const from = departure?.slice(0, 16) ?? clockOf(departureSeconds);
  return `${vehicle} ${from}–${end?.slice(11, 16) ?? clockOf(endSeconds)}: ${names.join(" ")}`;
}

/** Elapsed hours and minutes. */
function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

interface Figures {
  readonly vehicles: number;
  readonly distance: number;
  readonly duration: number;
  readonly unassigned: readonly (number | { readonly id: string; readonly reasons: readonly { rule: string }[] })[];
  readonly iterations: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly unit?: string;
}

function summaryOf({ file }: SolveOptions, figures: Figures, routes: readonly string[]): string {
  const { vehicles, distance, duration, unassigned, iterations, seconds, cpuSeconds, unit = "" } = figures;
  const round = (value: number) => Math.round(value * 100) / 100;
  const left = unassigned.map((each) =>
    typeof each === "number" ? `${each}` : `${each.id} (${each.reasons.map(({ rule }) => rule).join(", ")})`,
  );
  return `${[
    `${path.basename(file)}: ${vehicles} vehicles, distance ${round(distance)}${unit && ` ${unit}`}, duration ${round(duration)}${unit && " s"}`,
    `${iterations} iterations in ${round(seconds)} s (${cpuSeconds} s of processor time)`,
    ...(left.length > 0 ? [`${left.length} left out: ${left.join(" ")}`] : []),
    "",
    ...routes.map((route, k) => `  ${String(k + 1).padStart(3)}: ${route}`),
  ].join("\n")}\n`;
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MeasuredInstance } from "./measure-instance";
import { renderResults } from "./render-results";

/** One set of instances under one objective and budget. */
export interface SetResult {
  readonly kind: "set";
  readonly set: string;
  readonly objective: "fleet" | "distance";
  readonly seconds: number;
  readonly threads: number;
  readonly seeds: number;
  readonly date: string;
  readonly machine: string;
  readonly instances: readonly MeasuredInstance[];
}

/** Other figures under one title, each with what it should be. */
export interface FigureResult {
  readonly kind: "figures";
  readonly title: string;
  readonly about: string;
  readonly date: string;
  readonly machine: string;
  readonly figures: readonly { readonly what: string; readonly measured: string; readonly target: string }[];
}

export type BenchResult = SetResult | FigureResult;

const DATA = fileURLToPath(new URL("./results.jsonl", import.meta.url));
const PAGE = fileURLToPath(new URL("./RESULTS.md", import.meta.url));

/** Puts results in place of earlier ones of the same question, and writes the page anew. */
export function writeResults(results: readonly BenchResult[]): void {
  const kept = new Map(readResults().map((result) => [questionOf(result), result]));
  for (const result of results) kept.set(questionOf(result), result);
  const all = [...kept.values()];
  writeFileSync(DATA, all.map((result) => `${JSON.stringify(result)}\n`).join(""));
  writeFileSync(PAGE, renderResults(all));
}

function readResults(): BenchResult[] {
  if (!existsSync(DATA)) return [];
  return readFileSync(DATA, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function questionOf(result: BenchResult): string {
  if (result.kind === "figures") return result.title;
  return [result.objective, result.seconds, result.threads, result.set].join();
}

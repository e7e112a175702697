import type { BenchResult, FigureResult, SetResult } from "./bench-results";
import type { MeasuredInstance } from "./measure-instance";
import { summariseSet } from "./summarise-set";

const PREAMBLE = `# What the optimizer reaches

Written by \`npm run bench:solver -- --write\` and \`npm run bench:interactive -- --write\`; \`results.jsonl\` beside this
page holds the same figures for programs. Every result was re-checked against its file before it counted.

\`distance\`: Solomon and Homberger with distances and times truncated to one decimal (12th DIMACS challenge), X rounded.
\`fleet\`: fewest vehicles first, then distance in double precision. With one thread, seconds are seconds of processor
time of the whole process, compilers and garbage collector included; with several they are seconds on the wall. Gaps are
to the best known solutions; where extra vehicles are used they say little, so those of matched fleets stand beside them.
`;

/** The page of results as Markdown: an overview, then a section for each question. */
export function renderResults(results: readonly BenchResult[]): string {
  const sets = results.filter((result) => result.kind === "set").sort(byQuestion);
  const figures = results.filter((result) => result.kind === "figures");
  return [PREAMBLE, overview(sets), ...figures.map(figureSection), ...sets.map(setSection)].join("\n");
}

function byQuestion(a: SetResult, b: SetResult): number {
  return (
    a.objective.localeCompare(b.objective) ||
    a.seconds - b.seconds ||
    a.threads - b.threads ||
    a.set.localeCompare(b.set)
  );
}

function overview(sets: readonly SetResult[]): string {
  const columns = ["objective", "seconds", "threads", "set", "mean gap", "worst", "matched", "extra vehicles", "it/s"];
  const rows = sets.map((result) => {
    const summary = summariseSet(result.instances, result.seeds);
    return [
      result.objective,
      result.seconds,
      result.threads,
      `${result.set} (${result.instances.length / result.seeds})`,
      percent(summary.meanGapPercent),
      percent(summary.worstGapPercent),
      result.objective === "fleet" ? percent(summary.meanGapOfMatchedPercent) : "",
      summary.extraVehicles ?? "",
      Math.round(summary.iterationsPerSecond),
    ];
  });
  return `## Overview\n\n${table(columns, rows)}`;
}

function setSection(result: SetResult): string {
  const title = `## ${result.set}, ${result.objective}, ${result.seconds} s, ${result.threads} thread(s)`;
  const columns = ["instance", "seed", "vehicles", "extra", "distance", "gap", "unassigned", "it/s", "CPU s"];
  const cells = (each: MeasuredInstance) => [
    each.name,
    each.seed,
    each.vehicles,
    each.extraVehicles ?? "",
    each.distance,
    percent(each.gapPercent),
    each.unassigned,
    Math.round(each.iterationsPerSecond),
    each.cpuSeconds,
  ];
  return `${title}\n\n${result.date}; ${result.machine}.\n\n${table(columns, result.instances.map(cells))}`;
}

function figureSection({ title, about, date, machine, figures }: FigureResult): string {
  const rows = figures.map(({ what, measured, target }) => [what, measured, target]);
  return `## ${title}\n\n${about}\n\n${date}; ${machine}.\n\n${table(["what", "measured", "wanted"], rows)}`;
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return `${[line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

function percent(value: number | undefined): string {
  return value === undefined ? "" : `${value.toFixed(2)} %`;
}

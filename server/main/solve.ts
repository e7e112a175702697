import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import { FormatError } from "@/server/optimizer/formats/format-error";
import { solveFile } from "./solve-file";
import { readSolveOptions, SOLVE_USAGE, type SolveOptions, UsageError } from "./solve-options";

/** `npm run solve -- FILE …`: routes for a file of a benchmark or of one's own, without a server or a database. */
async function main(args: readonly string[]): Promise<void> {
  const asked = readSolveOptions(args);
  if (asked.kind === "help") process.stdout.write(SOLVE_USAGE);
  else if (asked.kind === "schema") process.stdout.write(`${JSON.stringify(await schemaOf(asked.of), null, 2)}\n`);
  else await solve(asked.options);
}

async function schemaOf(subject: "problem" | "answer"): Promise<object> {
  const schemas = await import("@/server/optimizer/formats/dray/dray-json-schema");
  return subject === "problem" ? schemas.problemJsonSchema() : schemas.answerJsonSchema();
}

async function solve(options: SolveOptions): Promise<void> {
  const text = readProblem(options.file);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const { report, summary, solution } = await solveFile(text, options, stop.signal);
  if (options.solutionFile) writeFileSync(options.solutionFile, solution);
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : summary);
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

/** What is the asker's to put right, in lines; undefined for anything else. */
function complaint(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof FormatError) return `solve: ${error.message}\n`;
  if (!(error instanceof InvalidRoutingProblemError)) return undefined;
  const lines = error.faults.map(({ code, path: at, cause, action }) => `solve: ${at} ${cause}; ${action} [${code}]\n`);
  return lines.join("");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const lines = complaint(error);
  process.stderr.write(lines ?? `solve: ${(error as Error).stack ?? error}\n`);
  process.exitCode = lines === undefined ? 1 : 2;
}

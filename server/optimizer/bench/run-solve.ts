import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const SOLVE = fileURLToPath(new URL("../../main/solve.ts", import.meta.url));

/** What `solve --json` prints of a benchmark file. */
export interface SolveReport {
  readonly vehicles: number;
  readonly distance: number;
  readonly duration: number;
  readonly unassigned: readonly number[];
  readonly iterations: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly routes: readonly (readonly number[])[];
}

/** Runs the solve command in a process of its own, as anyone would; rejects with what it says if it fails. */
export function runSolve(args: readonly string[]): Promise<SolveReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, SOLVE, ...args, "--json"]);
    let output = "";
    let complaint = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (complaint += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`solve ended with ${code}: ${complaint.trim()}`));
    });
  });
}

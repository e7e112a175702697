import "server-only";
import { setImmediate } from "node:timers/promises";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { UnsoundSolutionError } from "@/server/optimizer/pool/solve-routing-problem";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const ROWS_PER_TURN = 200;

export interface Reproduction {
  /** Key of the question, as `npm run solve -- FILE --format dray` reads it. */
  readonly problemKey: string;
  /** Key of the answer that was refused, with what the checker said. */
  readonly refusalKey: string;
}

/** Keeps a refused answer and its question among the organization's files, for whoever has to find the fault. */
export async function keepReproduction(
  { actor, ports }: ServiceContext,
  optimizationId: string,
  { problem, solution, violations }: UnsoundSolutionError,
): Promise<Reproduction> {
  const folder = `${actor.organizationId}/optimizations/${optimizationId}`;
  const problemKey = `${folder}/problem.json`;
  const refusalKey = `${folder}/refusal.json`;
  await ports.blobs.put(problemKey, await problemBytes(problem));
  await ports.blobs.put(refusalKey, Buffer.from(JSON.stringify({ violations, solution }, null, 1)));
  return { problemKey, refusalKey };
}

/** The problem as JSON. Matrices of thousands of doors are written row by row: as one text they would be too long. */
async function problemBytes({ matrices, ...rest }: RoutingProblem): Promise<Uint8Array> {
  const parts = [Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"matrices":[`)];
  const write = (text: string) => void parts.push(Buffer.from(text));
  for (const [index, { size, durationSeconds, distanceMeters }] of matrices.entries()) {
    write(`${index > 0 ? "," : ""}{"size":${size},"durationSeconds":[`);
    await writeRows(durationSeconds, size, write);
    write(`],"distanceMeters":[`);
    await writeRows(distanceMeters, size, write);
    write("]}");
  }
  write("]}\n");
  return Buffer.concat(parts);
}

async function writeRows(cells: Int32Array, size: number, write: (text: string) => void): Promise<void> {
  for (let row = 0; row < size; row++) {
    if (row % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate();
    write(`${row > 0 ? "," : ""}${cells.subarray(row * size, (row + 1) * size).join(",")}`);
  }
}

import "server-only";
import { setImmediate } from "node:timers/promises";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { writeDrayProblem } from "@/server/optimizer/formats/dray/write-dray-problem";
import type { UnsoundSolutionError } from "@/server/optimizer/pool/solve-routing-problem";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const PIECES_PER_TURN = 200;

export interface Reproduction {
  /** Key of the question, a file that `npm run solve` reads. */
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

/** In pieces, with turns for others in between: a day of thousands of doors is hundreds of megabytes. */
async function problemBytes(problem: RoutingProblem): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (const text of writeDrayProblem(problem)) {
    if (pieces.push(Buffer.from(text)) % PIECES_PER_TURN === 0) await setImmediate();
  }
  return Buffer.concat(pieces);
}

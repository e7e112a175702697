import { parentPort } from "node:worker_threads";
import { readClock } from "./search-clock";
import { SharedBest } from "./shared-best";
import { searchRoutingProblem } from "./solve-worker-search";
import type { SolveReply, SolveRequest } from "./worker-messages";

/** A solver thread: answers one request after the other, and never throws across the thread's border. */
if (parentPort === null) throw new Error("solve-worker runs as a worker thread only");
const port = parentPort;
port.on("message", (request: SolveRequest) => {
  const post = (reply: SolveReply) => port.postMessage(reply);
  try {
    const { problem, budget, stopFlag, sharedBest, clock, askedAtSeconds } = request;
    const solved = searchRoutingProblem(problem, budget, {
      stopFlag,
      now: () => readClock(clock) - askedAtSeconds,
      onProgress: (rank, progress) => post({ kind: "progress", rank, progress }),
      ...(sharedBest && { sharedBest: new SharedBest(sharedBest, problem.vehicles.length) }),
    });
    post({ kind: "solved", ...solved });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    post({ kind: "failed", message, ...(stack !== undefined && { stack }) });
  }
});

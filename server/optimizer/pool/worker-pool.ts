import { Worker } from "node:worker_threads";
import type { SolveReply, SolveRequest } from "./worker-messages";

/** Threads kept for the next request; starting one costs a few hundred milliseconds, its compiled code more. */
const KEPT_IDLE = 4;

const idle: Worker[] = [];

/** Starts threads until so many are idle, so that the next requests need not wait for one to load its program. */
export function prewarmWorkers(count: number): void {
  while (idle.length < Math.min(count, KEPT_IDLE)) {
    const worker = startWorker();
    worker.unref();
    idle.push(worker);
  }
}

/**
 * Sends a request to a thread and resolves with its last reply. Rejects if the thread fails or dies, which also
 * retires it; an idle one never keeps the process alive.
 */
export function runInWorker(
  request: SolveRequest,
  onProgress: (reply: Extract<SolveReply, { kind: "progress" }>) => void,
): Promise<Extract<SolveReply, { kind: "solved" }>> {
  const worker = idle.pop() ?? startWorker();
  worker.ref();
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", onMessage).off("error", retire).off("messageerror", retire).off("exit", onExit);
      finish();
    };
    const retire = (error: unknown) =>
      settle(() => {
        void worker.terminate();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    const onExit = (code: number) => retire(new Error(`solver thread ended with code ${code}`));
    const onMessage = (reply: SolveReply) => {
      if (reply.kind === "progress") onProgress(reply);
      else if (reply.kind === "failed") retire(Object.assign(new Error(reply.message), { stack: reply.stack }));
      else
        settle(() => {
          release(worker);
          resolve(reply);
        });
    };
    worker.on("message", onMessage).on("error", retire).on("messageerror", retire).on("exit", onExit);
    worker.postMessage(request);
  });
}

/**
 * Threads run TypeScript as the process does, whoever started it. A loader given as a flag is not in force yet when a
 * thread loads its first module, hence the step in between.
 */
function startWorker(): Worker {
  const loader = import.meta.resolve("tsx/esm/api");
  const entry = new URL("./solve-worker.ts", import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
  const worker = new Worker(start, { eval: true, execArgv: [] });
  // A thread that fails while idle is forgotten; at work, its request listens too and says what happened.
  worker.on("error", () => {});
  worker.once("exit", () => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  });
  return worker;
}

function release(worker: Worker): void {
  if (idle.length >= KEPT_IDLE) {
    void worker.terminate();
    return;
  }
  worker.unref();
  idle.push(worker);
}

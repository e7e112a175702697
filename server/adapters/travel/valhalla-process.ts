import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type RoadAnswers,
  type RoadEngine,
  type RoadLimits,
  RoadRefusal,
  type RoadRequest,
  RoadsUnavailable,
} from "./road-engine";
import { untilAborted } from "./until-aborted";
import type { ValhallaReply } from "./valhalla-messages";

/**
 * Half a second of Valhalla's time per matrix, so that progress moves and other questions get their turn in between.
 * Wide blocks: it expands once per source, whatever the number of targets.
 */
const LIMITS: RoadLimits = {
  pairsPerMatrix: 60_000,
  positionsPerSide: Number.POSITIVE_INFINITY,
  positionsPerLocate: 500,
  legsPerRoute: 50,
  callsAtOnce: 1,
  refusesOffRoad: true,
};

export interface ValhallaProcessOptions {
  readonly tileDir: string;
  /** A call that takes longer than this hangs: the process is killed and started afresh for the next one. */
  readonly timeoutMs?: number;
  /** Another program that speaks the same messages (tests). */
  readonly workerPath?: string;
  /** Told the process's id each time it is started. */
  readonly onStart?: (pid: number) => void;
}

const START_TIMEOUT_MS = 60_000;
/** After this many failures in a row every call is refused at once for a while, instead of crashing once per call. */
const MAX_FAILURES = 3;
const REST_MS = 60_000;

/** Starts Valhalla in a process of its own at the first question, and again after a crash. Answers in the order asked. */
export function createValhallaProcess(options: ValhallaProcessOptions): RoadEngine {
  let child: ChildProcess | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let failures = 0;
  let restUntilMs = 0;
  let closed = false;
  async function ready(): Promise<ChildProcess> {
    if (closed) throw new RoadsUnavailable("Valhalla was closed");
    if (performance.now() < restUntilMs) throw new RoadsUnavailable("Valhalla failed several times and is resting");
    if (child) return child;
    const started = startWorker(options);
    if (started.pid !== undefined) options.onStart?.(started.pid);
    child = started;
    started.once("exit", () => {
      if (child === started) child = undefined;
    });
    const reply = await nextReply(started, START_TIMEOUT_MS);
    if (reply.kind === "unusable") {
      started.kill("SIGKILL");
      throw new RoadsUnavailable(reply.message);
    }
    return started;
  }

  async function askOnce(request: RoadRequest) {
    try {
      const worker = await ready();
      worker.send(request);
      const reply = await nextReply(worker, options.timeoutMs ?? 60_000);
      failures = 0;
      if (reply.kind === "answer") return reply.answer;
      throw new RoadRefusal(reply.kind === "refused" ? reply.message : `unexpected reply ${reply.kind}`);
    } catch (error) {
      if (error instanceof RoadsUnavailable) {
        child = undefined;
        if (!closed && ++failures >= MAX_FAILURES) {
          failures = 0;
          restUntilMs = performance.now() + REST_MS;
        }
      }
      throw error;
    }
  }

  return {
    limits: LIMITS,
    ask<R extends RoadRequest>(request: R, signal?: AbortSignal) {
      const answer = queue.then(() => {
        signal?.throwIfAborted();
        return askOnce(request);
      });
      queue = answer.catch(() => undefined);
      return untilAborted(answer as Promise<RoadAnswers[R["kind"]]>, signal);
    },
    async close() {
      closed = true;
      const worker = child;
      if (!worker) return;
      const exited = new Promise((resolve) => worker.once("exit", resolve));
      worker.ref();
      worker.kill("SIGKILL");
      await exited;
    },
  };
}

function startWorker({ tileDir, workerPath }: ValhallaProcessOptions): ChildProcess {
  const path = workerPath ?? fileURLToPath(new URL("./valhalla-worker.ts", import.meta.url));
  // The server may itself have been started by tsx, by a test runner or bundled: the child says for itself how to read TypeScript.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = fork(path, [tileDir], {
    execArgv: ["--import", loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // A message to a process that has just died is an "error" event; whoever awaits the reply learns of the exit.
  child.on("error", () => undefined);
  child.unref();
  return child;
}

/** The worker's next message. While one is awaited, and only then, the worker keeps the server alive. */
function nextReply(child: ChildProcess, timeoutMs: number): Promise<ValhallaReply> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      settle();
      child.kill("SIGKILL");
      reject(new RoadsUnavailable(reason));
    };
    const onExit = (code: number | null, signal: string | null) => fail(`Valhalla ended (${signal ?? `code ${code}`})`);
    const onError = (error: Error) => fail(`Valhalla could not run: ${error.message}`);
    const onMessage = (message: unknown) => {
      settle();
      resolve(message as ValhallaReply);
    };
    const timer = setTimeout(() => fail(`Valhalla did not answer within ${timeoutMs} ms`), timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      child.off("exit", onExit).off("error", onError).off("message", onMessage);
      child.channel?.unref();
    };
    child.on("exit", onExit).on("error", onError).on("message", onMessage);
    child.channel?.ref();
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  });
}

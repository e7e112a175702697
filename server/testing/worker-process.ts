import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Far longer than any start takes: one that fails ends by itself, and is noticed at once. */
const READY_MILLISECONDS = 300_000;
const MOST_PORTS = 4;

export interface ServerProcess {
  /** As a power cut would: no signal handler runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  readonly pid: number;
  hasEnded(): boolean;
  /** What it has written so far, to be shown when a test fails. */
  output(): string;
}
export type WorkerProcess = ServerProcess;

export interface WebProcess extends ServerProcess {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
}

/** Lets a process be asked what it holds (`live-memory`), at a port of its own choice. */
export const INSPECTED: readonly string[] = ["--inspect=127.0.0.1:0"];

/** A real `DRAY_ROLE=worker` process over this database, as an installation would run it. */
export function startWorkerProcess(
  databaseUrl: string,
  dataDir: string,
  settings: Record<string, string> = {},
): WorkerProcess {
  return startServer({ ...settings, DATABASE_URL: databaseUrl, DRAY_DATA_DIR: dataDir, DRAY_ROLE: "worker" });
}

/** A real `DRAY_ROLE=web` process, or one of another role, answering when this resolves; without pages, which need a build. */
export async function startWebProcess(
  databaseUrl: string,
  dataDir: string,
  secret: string,
  nodeOptions: readonly string[] = [],
  role: "web" | "all" = "web",
): Promise<WebProcess> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const env = {
      DATABASE_URL: databaseUrl,
      DRAY_DATA_DIR: dataDir,
      DRAY_ROLE: role,
      DRAY_PAGES: "false",
      DRAY_SECRET: secret,
      DRAY_SIGN_IN_LIMIT: "false",
      DRAY_BASE_URL: url,
      PORT: String(port),
    };
    const server = startServer(env, nodeOptions);
    if (await answers(url, server)) return { ...server, url };
    await server.kill();
    // A port that was free may be taken by the time a busy machine has booted the process: everybody tests at once.
    if (attempt === MOST_PORTS || !server.output().includes("EADDRINUSE"))
      throw new Error(`the server did not answer:\n${server.output()}`);
  }
}

/** Whether a server answers in time; at once false when it has ended. */
async function answers(url: string, server: ServerProcess): Promise<boolean> {
  const deadline = Date.now() + READY_MILLISECONDS;
  while (Date.now() < deadline && !server.hasEnded()) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok && !server.hasEnded()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

function startServer(env: Record<string, string>, nodeOptions: readonly string[] = []): ServerProcess {
  const child = spawn(process.execPath, [...nodeOptions, "--import", "tsx", "server/main/start.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      TSX_TSCONFIG_PATH: "server/tsconfig.json",
      DRAY_LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return {
    pid: child.pid ?? 0,
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    output: () => output,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

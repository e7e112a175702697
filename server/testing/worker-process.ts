import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface WorkerProcess {
  /** As a power cut would: no signal handler runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** What it has written so far, to be shown when a test fails. */
  output(): string;
}

/** A real `DRAY_ROLE=worker` process over this database, as an installation would run it. */
export function startWorkerProcess(databaseUrl: string, dataDir: string): WorkerProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main/start.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      TSX_TSCONFIG_PATH: "server/tsconfig.json",
      DATABASE_URL: databaseUrl,
      DRAY_DATA_DIR: dataDir,
      DRAY_ROLE: "worker",
      DRAY_LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return { kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM"), output: () => output };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

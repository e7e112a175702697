// Starts the real server on a free port, for what tests or measures it from outside.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** Far longer than a start takes on the slowest machine: one that fails ends by itself, and is noticed at once. */
const READY_LIMIT_MILLISECONDS = 600_000;
const root = fileURLToPath(new URL("..", import.meta.url));

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs a script of the project to its end; resolves to its exit code. */
export const runNode = (args, env) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }).on("close", (code) => resolve(code ?? 1));
  });

/** A production server on the embedded database of `dataDir`, answering when this resolves. */
export async function startTemporaryServer(dataDir, env) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["scripts/run-ts.mjs", "server/main/start.ts"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...env,
      PORT: String(port),
      DRAY_DATA_DIR: dataDir,
      DRAY_BASE_URL: url,
      DRAY_SIGN_IN_LIMIT: "false",
      DRAY_LOG_LEVEL: "error",
      NODE_ENV: "production",
      DATABASE_URL: "",
    },
  });
  const stop = async () => {
    server.kill("SIGTERM");
    await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve()));
  };
  await whenReady(url, server).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

async function whenReady(url, server) {
  const deadline = Date.now() + READY_LIMIT_MILLISECONDS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error("the server did not answer in ten minutes");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

// `npm run test:e2e [playwright arguments]`: builds, starts a server of its own on a fresh database, runs the browser tests.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const READY_LIMIT_MILLISECONDS = 120_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const run = (args, env) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }).on("close", (code) => resolve(code ?? 1));
  });

async function whenReady(url, server) {
  const deadline = Date.now() + READY_LIMIT_MILLISECONDS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error("the server did not answer in two minutes");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const chromium = findChromium();
const env = { ...process.env, NEXT_DIST_DIR: ".next-e2e", NEXT_PUBLIC_DRAY_TEST_HOOKS: "1", CHROMIUM_PATH: chromium };
const built = await run(["scripts/build.mjs"], env);
if (built !== 0) process.exit(built);

const port = await freePort();
const url = `http://localhost:${port}`;
const dataDir = mkdtempSync(path.join(tmpdir(), "dray-e2e-"));
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
let code = 1;
try {
  await whenReady(url, server);
  const playwright = ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)];
  code = await run(playwright, { ...env, DRAY_E2E_URL: url, DRAY_E2E_DATA_DIR: dataDir });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve()));
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

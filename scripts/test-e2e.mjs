// `npm run test:e2e [playwright arguments]`: builds, starts a server of its own on a fresh database, runs the browser tests.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { BROWSER_BUILD_ENV, buildForBrowser } from "./build-for-browser.mjs";
import { fastFolder } from "./fast-folder.mjs";
import { findChromium } from "./find-chromium.mjs";
import { runNode, startTemporaryServer } from "./temporary-server.mjs";

const chromium = findChromium();
const env = { ...process.env, ...BROWSER_BUILD_ENV, CHROMIUM_PATH: chromium };
const built = await buildForBrowser({ isLoud: true });
if (built !== 0) process.exit(built);

// The server waits for a disk at every commit, and what pages draw goes through files: neither is what is tested here.
const dataDir = mkdtempSync(path.join(fastFolder(), "dray-e2e-"));
env.TMPDIR = path.join(dataDir, "tmp");
mkdirSync(env.TMPDIR);
let code = 1;
try {
  const server = await startTemporaryServer(dataDir, env);
  try {
    const playwright = ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)];
    code = await runNode(playwright, { ...env, DRAY_E2E_URL: server.url, DRAY_E2E_DATA_DIR: dataDir });
  } finally {
    await server.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

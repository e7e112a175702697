// `npm run bench:track [-- paced burst rate open bytes phone]`: customers' pages of a made-up day of 5,000 doors, on a server
// of its own: what they weigh, how they feel on a slow phone, how many at once. Ends by itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { runNode } from "./temporary-server.mjs";

const dataDir = mkdtempSync(path.join(tmpdir(), "dray-bench-track-"));
let code = 1;
try {
  const settings = { DATABASE_URL: "", DRAY_DATA_DIR: dataDir, DRAY_SIGN_IN_LIMIT: "false", DRAY_PROXIES: "1" };
  const env = { ...process.env, ...settings, CHROMIUM_PATH: findChromium() };
  const script = "server/main/bench-track/measure-track.ts";
  code = await runNode(["scripts/run-ts.mjs", script, ...process.argv.slice(2)], env);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

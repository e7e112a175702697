// `npm run bench:live [-- arrivals sync fanOut manyClients ingest]`: a made-up day on a server of its own, driven and watched
// from outside. Ends by itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNode } from "./temporary-server.mjs";

const dataDir = mkdtempSync(path.join(tmpdir(), "dray-bench-live-"));
let code = 1;
try {
  const env = { ...process.env, DATABASE_URL: "", DRAY_DATA_DIR: dataDir, DRAY_SIGN_IN_LIMIT: "false" };
  code = await runNode(["scripts/run-ts.mjs", "server/main/bench-live/measure-live.ts", ...process.argv.slice(2)], env);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

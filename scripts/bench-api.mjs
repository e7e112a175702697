// `npm run bench:api [-- create read bulk optimizing stream]`: the Last-Mile API of a server of its own, asked from outside by 32
// connections. `bulk=5000` and `stream=100000` send so many lines instead of all. Ends by itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNode } from "./temporary-server.mjs";

const dataDir = mkdtempSync(path.join(tmpdir(), "dray-bench-api-"));
let code = 1;
try {
  const env = { ...process.env, DATABASE_URL: "", DRAY_DATA_DIR: dataDir, DRAY_SIGN_IN_LIMIT: "false" };
  code = await runNode(["scripts/run-ts.mjs", "server/main/bench-api/measure-api.ts", ...process.argv.slice(2)], env);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

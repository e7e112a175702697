// `npm run bench:board [-- --keep FOLDER] [-- --only load,pan]`: builds, lays out a large day on a server of its own, and
// measures its board in a browser. `--keep` prepares the day in a folder that is used again by the next run.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findChromium } from "./find-chromium.mjs";
import { runNode, startTemporaryServer } from "./temporary-server.mjs";

const { values } = parseArgs({ options: { keep: { type: "string" }, only: { type: "string" } } });
const chromium = findChromium();
const env = { ...process.env, DATABASE_URL: "" };
const built = await runNode(["scripts/build.mjs"], env);
if (built !== 0) process.exit(built);

const dataDir = values.keep ? path.resolve(values.keep) : mkdtempSync(path.join(tmpdir(), "dray-bench-board-"));
const dayFile = path.join(dataDir, "bench-day.json");
let code = 1;
try {
  if (!existsSync(dayFile)) {
    const prepare = ["scripts/run-ts.mjs", "server/main/bench-board/prepare-day.ts", dayFile];
    const prepared = await runNode(prepare, { ...env, DRAY_DATA_DIR: dataDir });
    if (prepared !== 0) throw new Error("the day could not be prepared");
  }
  const server = await startTemporaryServer(dataDir, env);
  try {
    const only = values.only ? ["--only", values.only] : [];
    const measure = ["scripts/run-ts.mjs", "server/main/bench-board/measure-board.ts", ...only];
    code = await runNode([...measure, "--url", server.url, "--chromium", chromium, "--day", dayFile], env);
  } finally {
    await server.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
} finally {
  if (!values.keep) rmSync(dataDir, { recursive: true, force: true });
}
process.exit(code);

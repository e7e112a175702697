// Runs a TypeScript entry file of the server: `node scripts/run-ts.mjs server/main/start.ts [arguments]`.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error("name the file to run");
const child = spawn(process.execPath, ["--import", "tsx", entry, ...args], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
  env: { ...process.env, TSX_TSCONFIG_PATH: "server/tsconfig.json", NEXT_TELEMETRY_DISABLED: "1" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

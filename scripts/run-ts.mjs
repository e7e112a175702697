// Runs a TypeScript entry file of the server: `node scripts/run-ts.mjs [--development] server/main/start.ts [arguments]`.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const isDevelopment = process.argv[2] === "--development";
const [entry, ...args] = process.argv.slice(isDevelopment ? 3 : 2);
if (!entry) throw new Error("name the file to run");
const child = spawn(process.execPath, ["--import", "tsx", entry, ...args], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_ENV: isDevelopment ? "development" : (process.env.NODE_ENV ?? "production"),
    TSX_TSCONFIG_PATH: "server/tsconfig.json",
    NEXT_TELEMETRY_DISABLED: "1",
  },
});
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

// `npm run check`: types, lint and format, import boundaries, dead code. Every part runs; the summary says which failed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Fewer modules than this and the boundary check has looked at nothing: it fails instead of passing for free. */
const MODULE_FLOOR = 150;
/** TypeScript 7: the same language, some three times as quick. The tools that read code through its library need 6. */
const COMPILER = "node_modules/tsc-native/bin/tsc";
const root = fileURLToPath(new URL("..", import.meta.url));

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function boundaries() {
  const result = await run("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", [
    "app",
    "components",
    "server",
    "db",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err",
  ]);
  const seen = Number(/\((\d+) modules?/.exec(result.output)?.[1] ?? 0);
  if (result.code === 0 && seen < MODULE_FLOOR) {
    return { code: 1, output: `${result.output}\nOnly ${seen} modules were seen; at least ${MODULE_FLOOR} are there.` };
  }
  return result;
}

async function types() {
  const app = await run(COMPILER, ["--noEmit", "-p", "tsconfig.json"]);
  const core = await run(COMPILER, ["--noEmit", "-p", "server/optimizer/core/tsconfig.json"]);
  return { code: app.code || core.code, output: app.output + core.output };
}

const parts = {
  types: types(),
  lint: run("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  boundaries: boundaries(),
  "dead code": run("node_modules/knip/bin/knip.js", ["--no-progress"]),
};
let failed = 0;
for (const [name, result] of Object.entries(parts)) {
  const { code, output } = await result;
  if (code !== 0) failed++;
  process.stdout.write(`${code === 0 ? "ok    " : "FAILED"} ${name}\n`);
  if (code !== 0 || name === "boundaries") process.stdout.write(`${output.trim()}\n`);
}
process.exit(failed === 0 ? 0 : 1);

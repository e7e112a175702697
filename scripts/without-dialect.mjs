// `npm run test:without-dialect [-- routal]`: deletes a dialect's folder and its line of the registry in a copy of the project, and
// shows that what is left compiles and passes. Without a name it is one of them, in turn from day to day.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const DIALECTS = "server/api/dialects";
const REGISTRY = `${DIALECTS}/registry.ts`;
const NOT_COPIED = /^(node_modules|test-results|\..*)$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** Walls let nobody else know a dialect: what these take in is all that could miss one. */
const CONCERNED = [`${DIALECTS}/**/*.ts`, "server/main/**/*.ts", "db/testing/*.ts"];
const TESTS = ["server/api/kernel", "server/main/create-http-app"];

/** Every folder of a dialect. */
function dialectNames() {
  const entries = readdirSync(path.join(root, DIALECTS), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The one whose turn it is today. */
export function dialectOfTheDay(now = Date.now()) {
  const names = dialectNames();
  return names[Math.floor(now / MILLISECONDS_A_DAY) % names.length];
}

/** Shows that the project stands without this dialect; answers with what does not, by name. */
export async function standsWithout(name) {
  if (!dialectNames().includes(name)) throw new Error(`there is no dialect ${name}: ${dialectNames().join(", ")}`);
  const copy = mkdtempSync(path.join(tmpdir(), `dray-without-${name}-`));
  try {
    copyWithout(name, copy);
    const types = await run(copy, ["node_modules/tsc-native/bin/tsc", "--noEmit", "-p", "without-dialect.json"]);
    const names = readdirSync(path.join(copy, DIALECTS)).filter((file) => file.endsWith(".contract.test.ts"));
    const tests = await run(copy, [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project=database",
      ...names.map((file) => `${DIALECTS}/${file}`),
      ...TESTS,
    ]);
    return [...(types === 0 ? [] : [`types without ${name}`]), ...(tests === 0 ? [] : [`tests without ${name}`])];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyWithout(name, copy) {
  for (const entry of readdirSync(root)) {
    if (!NOT_COPIED.test(entry)) cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  rmSync(path.join(copy, DIALECTS, name), { recursive: true });
  const registry = path.join(copy, REGISTRY);
  const lines = readFileSync(registry, "utf8").split("\n");
  const left = lines.filter((line) => !line.includes(`"./${name}/`) && line.trim() !== `${name},`);
  if (left.length !== lines.length - 2) throw new Error(`${REGISTRY} does not name ${name} in an import and a line`);
  writeFileSync(registry, left.join("\n"));
  const config = { extends: "./tsconfig.json", compilerOptions: { incremental: false }, include: CONCERNED };
  writeFileSync(path.join(copy, "without-dialect.json"), JSON.stringify(config));
}

function run(cwd, args) {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { cwd, stdio: "inherit" }).on("close", (code) => resolve(code ?? 1));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const names = process.argv[2] === "all" ? dialectNames() : [process.argv[2] ?? dialectOfTheDay()];
  const failures = [];
  for (const name of names) failures.push(...(await standsWithout(name)));
  console.log(failures.length === 0 ? `stands without ${names.join(", without ")}` : `FAILED ${failures.join(", ")}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

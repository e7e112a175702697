// `npm run build`: builds the pages unless the build that is there was made from exactly these sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const distDir = path.join(root, process.env.NEXT_DIST_DIR || ".next");
const stampFile = path.join(distDir, "dray-sources");
const SOURCES = [
  "app",
  "components",
  "server/domain",
  "server/main",
  "server/trpc",
  "public",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
  "postcss.config.mjs",
];

function* files(entry) {
  if (!existsSync(entry)) return;
  if (statSync(entry).isFile()) yield entry;
  else for (const name of readdirSync(entry).sort()) yield* files(path.join(entry, name));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of files(path.join(root, source)))
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const current = fingerprint();
const isFresh =
  existsSync(stampFile) && existsSync(path.join(distDir, "BUILD_ID")) && readFileSync(stampFile, "utf8") === current;
if (isFresh && !process.argv.includes("--force")) {
  process.stdout.write("The build is up to date.\n");
} else {
  process.stdout.write("Building the pages (a minute or so)…\n");
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }).on("close", resolve);
  });
  if (code !== 0) process.exit(code ?? 1);
  writeFileSync(stampFile, current);
}

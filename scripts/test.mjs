// `npm test`: every suite, real database and real browser included; ends with the sum over all of them.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildForBrowser } from "./build-for-browser.mjs";
import { failuresOfPlaywright, failuresOfVitest } from "./list-failures.mjs";
import { startS3Server } from "./s3-server.mjs";
import { dialectOfTheDay, standsWithout } from "./without-dialect.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = path.join(root, "test-results");
/** A zone with half an hour and summer time, far from the first run's UTC. */
const OTHER_ZONE = "America/St_Johns";

const run = (args, env = {}) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).on(
      "close",
      (code) => resolve(code ?? 1),
    );
  });

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

async function check() {
  const code = await run(["scripts/check.mjs"]);
  const failures = code === 0 ? [] : ["FAILED npm run check"];
  return { passed: code === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures };
}

/** The project without one of its dialects, in turn from day to day. */
async function withoutDialect(name) {
  const failures = (await standsWithout(name)).map((what) => `FAILED ${what}`);
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures };
}

async function vitest(name, { zone, filters = [], env = {} }) {
  const file = path.join(results, `${name}.json`);
  const code = await run(
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...filters,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { ...env, TZ: zone },
  );
  const report = readJson(file);
  const failed = report ? report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1) : 1;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: code !== 0 ? Math.max(1, failed) : failed,
    skipped: report?.numPendingTests ?? 0,
    failures: failuresOfVitest(report),
  };
}

/** The suite with a real S3 server beside it, where one can be had; one that is there and does not start is a failure. */
async function unitAndDatabase() {
  const server = process.env.S3_TEST ? { stop: async () => {} } : await startS3Server().catch((error) => error);
  const why = server instanceof Error ? server.message : server;
  if (typeof why === "string") process.stdout.write(`S3: tests against a real server are skipped because ${why}\n`);
  const suite = await vitest("vitest", { zone: "UTC", env: server.setting ? { S3_TEST: server.setting } : {} });
  await server.stop?.();
  if (!(server instanceof Error)) return suite;
  return { ...suite, failed: suite.failed + 1, failures: [...suite.failures, `FAILED S3 server\n  ${why}`] };
}

async function browser() {
  const file = path.join(results, "e2e.json");
  const code = await run(["scripts/test-e2e.mjs"]);
  const report = readJson(file);
  const stats = report?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return {
    passed: stats?.expected ?? 0,
    failed: code !== 0 ? Math.max(1, failed) : failed,
    skipped: stats?.skipped ?? 0,
    failures: failuresOfPlaywright(report),
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const checked = await check();
const missing = dialectOfTheDay();
const without = await withoutDialect(missing);
// Many of the next suite's tests wait for processes they have killed. What goes wrong with the pages is said in their own turn.
const pages = buildForBrowser({ isLoud: false });
const suites = {
  check: checked,
  [`without ${missing}`]: without,
  "unit and database": await unitAndDatabase(),
  [`time rules in ${OTHER_ZONE}`]: await vitest("vitest-zone", {
    zone: OTHER_ZONE,
    filters: ["--project=unit", "server/domain", "components/lib"],
  }),
  browser: await pages.then(browser),
};
const sum = { passed: 0, failed: 0, skipped: 0 };
process.stdout.write("\n");
for (const [name, suite] of Object.entries(suites)) {
  for (const failure of suite.failures) process.stdout.write(`${failure}\n`);
  if (suite.failed > suite.failures.length) process.stdout.write(`FAILED ${name}, outside of any test\n`);
}
for (const [name, suite] of Object.entries(suites)) {
  process.stdout.write(
    `${name}: ${suite.passed} passed, ${suite.failed} failed${suite.skipped ? `, ${suite.skipped} skipped` : ""}\n`,
  );
  for (const key of Object.keys(sum)) sum[key] += suite[key];
}
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
process.exit(sum.failed === 0 ? 0 : 1);

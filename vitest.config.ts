import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SpreadWaiting } from "./scripts/spread-waiting.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
/** Tests with a database are known by their names. */
const WITH_DATABASE = "{app,components,server,db}/**/*.{db,contract}.test.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": `${root}server/main/server-only.ts`,
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    env: { TZ: process.env.TZ ?? "UTC" },
    // One more than can compute: the longest tests wait for processes and databases.
    maxWorkers: availableParallelism() + 1,
    // A worker keeps the modules it has loaded from file to file: loading them anew took longer than most tests.
    isolate: false,
    sequence: { sequencer: SpreadWaiting },
    // Only what fails waits this long: a machine that is busy with other things is no failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: "database",
          include: [WITH_DATABASE],
          globalSetup: ["db/testing/start-test-server.ts"],
          setupFiles: ["db/testing/after-each-file.ts", "db/testing/fixed-seed.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,components,server,db}/**/*.test.{ts,tsx}"],
          exclude: [WITH_DATABASE],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

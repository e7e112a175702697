import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": `${root}server/main/server-only.ts`,
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{app,components,server,db}/**/*.test.{ts,tsx}"],
    globalSetup: ["db/testing/start-test-server.ts"],
    env: { TZ: process.env.TZ ?? "UTC" },
    // One more than can compute: the longest tests wait for processes and databases.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

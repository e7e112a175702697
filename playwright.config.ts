import { defineConfig } from "@playwright/test";

/** Run by `npm run test:e2e`, which starts a server for it. */

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  // Only what fails waits this long: a machine that is busy with other things is no failure.
  timeout: 360_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: process.env.DRAY_E2E_URL,
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // What the page held at each step, without the film of it: that cost more than what it filmed.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-quic",
        "--disable-component-update",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        // Only the map is drawn by the slow imitation of a graphics card, not the page around it too.
        "--disable-gpu-compositing",
      ],
    },
  },
});

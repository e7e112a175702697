// The pages as browser tests want them: with their hooks, beside the build of everyday use.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export const BROWSER_BUILD_ENV = { NEXT_DIST_DIR: ".next-e2e", NEXT_PUBLIC_DRAY_TEST_HOOKS: "1" };

/** Builds them unless they are up to date; resolves to the exit code. Not `isLoud`: says nothing of it. */
export function buildForBrowser({ isLoud }) {
  const env = { ...process.env, ...BROWSER_BUILD_ENV };
  return new Promise((resolve) => {
    spawn(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: isLoud ? "inherit" : "ignore", env }).on(
      "close",
      (code) => resolve(code ?? 1),
    );
  });
}

// Finds a Chromium to test with, or installs the distribution's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** Path of a Chromium. Installs Debian's where that is possible; throws with what to do where it is not. */
export function findChromium() {
  const known = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));
  if (known) return known;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    process.stdout.write("Installing Chromium for the browser tests…\n");
    const options = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update"], options);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"], options);
    if (existsSync(PLACES[0])) return PLACES[0];
  }
  throw new Error(
    "The browser tests need Chromium: install it (Debian: `apt-get install chromium`) or set CHROMIUM_PATH.",
  );
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/server/main/env";

/** The path of a file or folder of real data outside the project, or undefined (said once) where it is absent. */
export function findSample(...segments: string[]): string | undefined {
  const path = join(env.samplesDir, ...segments);
  if (existsSync(path)) return path;
  process.stderr.write(`Without ${path} the tests that use it are skipped (DRAY_SAMPLES)\n`);
  return undefined;
}

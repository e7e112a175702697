import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { env } from "@/server/main/env";

/** The files with this ending in a folder of the sample data (`DRAY_SAMPLES`); none where there are no samples. */
export function findSamples(folder: string, ending: string): string[] {
  const whole = path.join(env.samplesDir, folder);
  if (!existsSync(whole)) return [];
  const files = readdirSync(whole).filter((file) => file.endsWith(ending));
  return files.sort().map((file) => path.join(whole, file));
}

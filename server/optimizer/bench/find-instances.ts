import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { BenchmarkFormat } from "../formats/benchmark-convention";

/** Best known results of an instance, as far as they are known (its conventions are those of `conventionOf`). */
export interface BestKnown {
  readonly vehicles?: number;
  readonly distance?: number;
  /** By distance alone, truncated to tenths. */
  readonly dimacs_distance?: number;
}

export interface FoundInstance {
  readonly set: string;
  readonly name: string;
  readonly file: string;
  readonly format: BenchmarkFormat;
  readonly best: BestKnown;
}

/**
 * The instances of a folder: one set per folder in it, or the folder itself as one, and what is best known of them from
 * `bks.json` beside them (set, then instance). Empty where there is no such folder.
 */
export function findInstances(folder: string): FoundInstance[] {
  if (!existsSync(folder)) return [];
  const index = path.join(folder, "bks.json");
  const bestKnown: Record<string, Record<string, BestKnown>> = existsSync(index)
    ? JSON.parse(readFileSync(index, "utf8"))
    : {};
  const inside = readdirSync(folder).sort();
  const sets = inside.filter((name) => statSync(path.join(folder, name)).isDirectory());
  const own = instancesIn(folder, path.basename(path.resolve(folder)));
  return [...own, ...sets.flatMap((set) => instancesIn(path.join(folder, set), set))].map((instance) => {
    return { ...instance, best: bestKnown[instance.set]?.[instance.name] ?? {} };
  });
}

function instancesIn(folder: string, set: string): Omit<FoundInstance, "best">[] {
  const files = readdirSync(folder).filter((file) => /\.(txt|vrp)$/i.test(file));
  return files.sort().map((file) => {
    const whole = path.join(folder, file);
    return { set, name: file.replace(/\.\w+$/, ""), file: whole, format: formatOf(whole) };
  });
}

/** A `.vrp` file is CVRPLIB's; the others show what they are in their first line. */
function formatOf(file: string): BenchmarkFormat {
  if (/\.vrp$/i.test(file)) return "cvrplib";
  const text = readFileSync(file, "utf8").trimStart();
  if (/^NAME\s*:/.test(text)) return "ortec";
  return /^\d+\s+\d+\s+\d+\s*$/m.test(text.split("\n", 1)[0]!) ? "lilim" : "solomon";
}

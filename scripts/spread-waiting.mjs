// In which order the files of tests begin.
import { readFileSync } from "node:fs";
import { BaseSequencer } from "vitest/node";

/** Who imports this starts processes, kills them and waits until others notice: up to a minute in which the machine has time. */
const STARTS_PROCESSES = "testing/worker-process";
/** The project of the tests that have a database, who starts processes among them. */
const WITH_DATABASE = "database";
/** They have all begun when so much of the rest has: the last one is not what a run waits for in the end. */
const SHARE_OF_RUN = 0.7;

/** Vitest's own order, but files that wait are spread over the run: several at one time leave it nobody to work. */
export class SpreadWaiting extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const waits = new Set(sorted.filter(({ moduleId }) => readFileSync(moduleId, "utf8").includes(STARTS_PROCESSES)));
    // They all need a database, and what needs one comes first.
    const others = sorted.filter((file) => !waits.has(file));
    const beside = others.filter(({ project }) => project.name === WITH_DATABASE);
    const rest = others.filter(({ project }) => project.name !== WITH_DATABASE);
    return [...spread([...waits], beside), ...rest];
  }
}

/** The few among the many, in equal distances from the first on. */
export function spread(few, many) {
  const distance = Math.max(1, (many.length * SHARE_OF_RUN) / few.length);
  const mixed = [...many];
  for (const [index, one] of few.entries()) mixed.splice(Math.round(index * distance) + index, 0, one);
  return mixed;
}

import { readFileSync } from "node:fs";
import { solve } from "../../core/search/solve";
import { FULL_MODEL, WINDOWS_AND_CAPACITY } from "../../core/state/plan-model";
import { timeLimit } from "../../core/stop/time-limit";
import { conventionOf } from "../../formats/benchmark-convention";
import { benchmarkProblem } from "../../formats/benchmark-problem";
import { readSolomon } from "../../formats/read-solomon";
import { readClock } from "../../pool/search-clock";
import { translateRoutingProblem } from "../../pool/translate-routing-problem";

/**
 * A process of its own: `core-rules-ratio.ts FILE full|small SECONDS` prints iterations per second of processor time
 * on a Solomon file, for a search that knows every rule or one that knows windows and capacity only.
 */
const [file = "", model, seconds] = process.argv.slice(2);
const problem = benchmarkProblem(
  readSolomon(readFileSync(file, "utf8")),
  conventionOf("solomon", "distance"),
  "distance",
);
const begin = readClock("cpu");
const { iterations, elapsedSeconds } = solve(translateRoutingProblem(problem), {
  seed: 1,
  stop: [timeLimit(Number(seconds))],
  now: () => readClock("cpu") - begin,
  model: model === "small" ? WINDOWS_AND_CAPACITY : FULL_MODEL,
});
process.stdout.write(String(iterations / elapsedSeconds));

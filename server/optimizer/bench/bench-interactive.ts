import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { positive, readArgs, refuse } from "./bench-options";
import { writeResults } from "./bench-results";
import type { Figure } from "./interactive/figure";
import { machineFacts } from "./machine-facts";

/** What can be measured: a title for the page of results, and what it is about. */
const CASES: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  "first-plan": { title: "A first plan", about: "Real addresses, windows, costs by hour and kilometre; one thread." },
  "new-stops": {
    title: "New stops into a good plan",
    about: "Warm start from routes that lack the new stops; one thread.",
  },
  cancel: { title: "Stopping", about: "Seconds on the wall until the best plan so far is in hand, proof included." },
  "large-day": { title: "A large day", about: "One thread; seconds of processor time unless said." },
  "two-threads": { title: "Two threads", about: "By distance, as many seconds on the wall for both." },
  "rules-ratio": { title: "What rules cost that are not used", about: "Processor time; median of three rounds." },
  drivers: { title: "Drivers' own sequences", about: "Eight routes of Amazon's; the same estimated travel for both." },
};

const USAGE = `Usage: npm run bench:interactive -- [options]

Measures what a dispatcher waits for, each case in a process of its own. The last line is one JSON object.

  --cases A,B   of ${Object.keys(CASES).join(", ")}; default all
  --seconds S   per run of two-threads and rules-ratio; default 10
  --long        compare the large day with ten minutes of it (takes them)
  --write       put the figures into server/optimizer/bench/RESULTS.md, in place of earlier ones
`;

const { values } = readArgs({
  options: {
    cases: { type: "string", default: Object.keys(CASES).join(",") },
    seconds: { type: "string", default: "10" },
    long: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const RUN = fileURLToPath(new URL("./interactive/run-case.ts", import.meta.url));

if (values.help) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const seconds = positive("seconds", values.seconds);
  const names = values.cases.split(",");
  const unknown = names.find((name) => !(name in CASES));
  if (unknown !== undefined) refuse(`--cases are ${Object.keys(CASES).join(", ")}, not "${unknown}"`);
  console.log(machineFacts());
  const results: Record<string, readonly Figure[]> = {};
  for (const name of names) {
    const { title, about } = CASES[name]!;
    console.log(`\n${title}`);
    const args = [...process.execArgv, RUN, name, String(seconds), values.long ? "long" : "short"];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const figures: readonly Figure[] = JSON.parse(stdout);
    results[name] = figures;
    for (const { what, measured, target } of figures) console.log(`  ${what}: ${measured}  (wanted: ${target})`);
    if (figures.length === 0) console.log("  skipped: no sample data (set DRAY_SAMPLES)");
    const date = new Date().toISOString().slice(0, 10);
    if (values.write && figures.length > 0) {
      writeResults([{ kind: "figures", title, about, date, machine: machineFacts(), figures }]);
    }
  }
  console.log(JSON.stringify({ bench: "interactive", results }));
}

import { driversSequences } from "../real-life/drivers-sequences";
import { cancel } from "./cancel";
import type { Figure } from "./figure";
import { firstPlan } from "./first-plan";
import { largeDay } from "./large-day";
import { newStops } from "./new-stops";
import { rulesRatio } from "./rules-ratio";
import { twoThreads } from "./two-threads";

/** A process of its own: measures the case named and prints its figures as JSON. */
const [name, seconds, long] = process.argv.slice(2);
const cases: Record<string, () => Promise<Figure[]>> = {
  "first-plan": firstPlan,
  "new-stops": newStops,
  cancel,
  "large-day": () => largeDay(long === "long"),
  "two-threads": () => twoThreads(Number(seconds)),
  "rules-ratio": () => rulesRatio(Number(seconds)),
  drivers: driversSequences,
};
const figures = await cases[name ?? ""]?.();
if (!figures) throw new Error(`no case "${name}"`);
process.stdout.write(JSON.stringify(figures), () => process.exit(0));

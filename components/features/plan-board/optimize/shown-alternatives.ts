import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";

type Strategies = readonly OptimizationStrategy[];

/** One more plan over the map, or one less. */
export function shownAfterToggle(shown: Strategies, strategy: OptimizationStrategy): Strategies {
  return shown.includes(strategy) ? shown.filter((each) => each !== strategy) : [...shown, strategy];
}

/** The plan chosen is shown: in place of the one chosen before where that stood alone, over the others else. */
export function shownAfterChoice(
  shown: Strategies,
  before: OptimizationStrategy | null,
  strategy: OptimizationStrategy,
): Strategies {
  if (shown.length === 1 && shown[0] === before) return [strategy];
  return shown.includes(strategy) ? shown : [...shown, strategy];
}

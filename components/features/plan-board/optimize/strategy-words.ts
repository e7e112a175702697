import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";

/** What a plan is best at, as dispatchers say it. */
export const STRATEGY_WORDS: Readonly<Record<OptimizationStrategy, { readonly name: string; readonly hint: string }>> =
  {
    cheapest: { name: "Lowest cost", hint: "Vans, kilometres and hours at their prices" },
    fastest: { name: "Fewest hours", hint: "The least working time in all, whatever it costs" },
    balanced: { name: "Equal shares", hint: "Every van works, about as long as the others" },
    "fewest-vehicles": { name: "Fewest vans", hint: "A van less before a cent less" },
  };

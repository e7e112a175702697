import type { RoutingProblem, RoutingVehicle, TravelMatrix } from "./routing-problem";

/**
 * What a plan should be best at: `cheapest` in money, `fastest` in working hours, `balanced` in equal shares of work at
 * little extra cost, `fewest-vehicles` before anything else.
 */
export const OPTIMIZATION_STRATEGIES = ["cheapest", "fastest", "balanced", "fewest-vehicles"] as const;
export type OptimizationStrategy = (typeof OPTIMIZATION_STRATEGIES)[number];

/** An hour at the wheel of the fastest plan; against it a kilometre only decides between equals. */
const CENTS_PER_HOUR = 100_000;
const CENTS_PER_KM = 1;
/** How much `balanced` gives for equal shares where nobody said otherwise. */
const BALANCE_FACTOR = 0.5;

/**
 * The same question, asked for a strategy. Its answers' `costCents` are in the strategy's own prices: compare plans by
 * what they really cost on the vehicles as they are.
 */
export function withStrategy(problem: RoutingProblem, strategy: OptimizationStrategy): RoutingProblem {
  const { objective } = problem;
  switch (strategy) {
    case "cheapest":
      return { ...problem, objective: { ...objective, goal: "cost" } };
    case "fewest-vehicles":
      return { ...problem, objective: { ...objective, goal: "fleet" } };
    case "balanced": {
      const balance = objective.balance ?? { by: "working-time", forced: true, factor: BALANCE_FACTOR };
      return { ...problem, objective: { ...objective, goal: "cost", balance } };
    }
    case "fastest": {
      const vehicles = problem.vehicles.map(({ overtime, ...vehicle }) => ({
        ...vehicle,
        fixedCostCents: 0,
        costPerKmCents: CENTS_PER_KM,
        costPerHourCents: CENTS_PER_HOUR,
        ...(overtime && { overtime: { ...overtime, costPerHourCents: 0 } }),
      }));
      const visits = withPrizesTimes(problem, CENTS_PER_HOUR / meanHourCents(problem));
      return { ...problem, visits, vehicles, objective: { ...objective, goal: "cost", carbonCentsPerKg: 0 } };
    }
  }
}

/** A prize buys the hours that it really pays for, whatever an hour is made to cost. */
function withPrizesTimes({ visits }: RoutingProblem, factor: number): RoutingProblem["visits"] {
  if (visits.every((visit) => visit.prizeCents === undefined)) return visits;
  return visits.map(({ prizeCents, ...visit }) =>
    prizeCents === undefined ? visit : { ...visit, prizeCents: Math.round(prizeCents * factor) },
  );
}

/** What an hour at the wheel costs on average; a cent where nothing costs anything. */
function meanHourCents({ vehicles, matrices }: RoutingProblem): number {
  const hourCents = (vehicle: RoutingVehicle) =>
    vehicle.costPerHourCents + vehicle.costPerKmCents * kilometersPerHour(matrices[vehicle.profile]!);
  return Math.max(1, vehicles.reduce((sum, vehicle) => sum + hourCents(vehicle), 0) / Math.max(1, vehicles.length));
}

/** From as many legs as are enough to tell. */
function kilometersPerHour({ size, distanceMeters, durationSeconds }: TravelMatrix): number {
  const step = Math.ceil((size * size) / LEGS_SAMPLED) || 1;
  let meters = 0;
  let seconds = 0;
  for (let leg = 0; leg < size * size; leg += step) {
    if (durationSeconds[leg]! < 0 || durationSeconds[leg]! > LONGEST_LEG_SECONDS) continue;
    meters += distanceMeters[leg]!;
    seconds += durationSeconds[leg]!;
  }
  return seconds > 0 ? (meters / seconds) * 3.6 : 0;
}

const LEGS_SAMPLED = 10_000;
/** Beyond it there is no way. */
const LONGEST_LEG_SECONDS = 7 * 86_400;

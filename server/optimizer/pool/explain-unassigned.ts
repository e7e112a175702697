import type {
  RelaxedInsertion,
  RoutingProblem,
  RoutingSolution,
  RuleShortfall,
  UnassignedReason,
  UnassignedVisit,
} from "@/server/domain/plan/routing-problem";
import { candidateOf } from "./why-not/candidate";
import { type InsertedVisits, visitsLeftOutWith } from "./why-not/insert-into-route";
import { pickInsertions } from "./why-not/pick-insertions";
import { type VehicleAnswer, VehicleProbe } from "./why-not/vehicle-probe";
import { type VisitLookup, visitLookup } from "./why-not/visit-lookup";

export interface ExplainOptions {
  /** In a plan that is unfinished nobody has been refused a place yet: places are not looked at. */
  readonly isUnfinished?: boolean;
  /** Once true, what is left is explained without places, and without insertions. */
  readonly isOutOfTime?: () => boolean;
}

/**
 * Why each visit on no route is on none: every vehicle is asked in its final state and names the first rule that refuses
 * and by how much at its nearest place, over all places, of a pair all places of both. Equal answers are counted
 * together, those of most vehicles first. With them goes what would make it fit: the nearest miss and the cheapest
 * insertions, judged and priced by the checker's own clock.
 */
export function explainUnassigned(
  problem: RoutingProblem,
  plan: Pick<RoutingSolution, "routes" | "reloads" | "breaks">,
  { isUnfinished = false, isOutOfTime = () => false }: ExplainOptions = {},
): UnassignedVisit[] {
  const routed = new Set(plan.routes.flat());
  const leftOut = [...problem.visits.keys()].filter((visit) => !routed.has(visit));
  if (leftOut.length === 0) return [];
  const lookup = visitLookup(problem);
  const probes = problem.vehicles.map((_, vehicle) => {
    const visits = plan.routes[vehicle] ?? [];
    const [reloads, breaks] = [plan.reloads[vehicle] ?? [], plan.breaks[vehicle] ?? []];
    return new VehicleProbe(problem, { vehicle, visits, reloads, breaks }, lookup);
  });
  const explained = new Map<string, Omit<UnassignedVisit, "visit">>();
  return leftOut.map((visit) => {
    const visits = visitsLeftOutWith(problem, visit, lookup.pickupOf, routed);
    // Both halves of a pair have the same explanation.
    const key = visits.join();
    const known = explained.get(key) ?? explain(problem, visits, lookup, probes, !isUnfinished && !isOutOfTime());
    explained.set(key, known);
    return { visit, ...known };
  });
}

function explain(
  problem: RoutingProblem,
  visits: InsertedVisits,
  { pickupOf }: VisitLookup,
  probes: readonly VehicleProbe[],
  needsPlaces: boolean,
): Omit<UnassignedVisit, "visit"> {
  if (probes.length === 0) return { reasons: [{ rule: "no-vehicle", vehicleCount: 0 }] };
  const candidate = candidateOf(problem, visits, pickupOf);
  const answers = probes.map((probe) => probe.ask(candidate, needsPlaces));
  const perVehicle = answers.map((answer) => withPrize(problem, visits, answer));
  const { nearestMiss, insertions } = needsPlaces ? pickInsertions(visits, probes, answers) : NONE;
  return {
    reasons: countReasons(perVehicle),
    perVehicle,
    ...(nearestMiss && { nearestMiss }),
    ...(insertions.length > 0 && { insertions }),
  };
}

const NONE: { nearestMiss?: RelaxedInsertion; insertions: readonly RelaxedInsertion[] } = { insertions: [] };

/** A visit that fits but is worth less than it costs is left out for that. */
function withPrize(problem: RoutingProblem, [visit]: InsertedVisits, answer: VehicleAnswer): RuleShortfall {
  const { prizeCents } = problem.visits[visit]!;
  if (answer.refusal.rule !== "cost" || prizeCents === undefined || !answer.cheapest) return answer.refusal;
  const shortfall = Math.round(answer.cheapest.costEstimate) - prizeCents;
  return shortfall > 0 ? { rule: "prize", shortfall } : { rule: "prize" };
}

function countReasons(refusals: readonly RuleShortfall[]): UnassignedReason[] {
  const counted = new Map<string, UnassignedReason>();
  for (const { visit: _, ...refusal } of refusals) {
    const key = `${refusal.rule} ${refusal.subject ?? ""}`;
    const known = counted.get(key);
    const least = leastOf(known?.shortfall, refusal.shortfall);
    counted.set(key, { ...refusal, vehicleCount: (known?.vehicleCount ?? 0) + 1, ...least });
  }
  return [...counted.values()].sort((a, b) => b.vehicleCount - a.vehicleCount);
}

function leastOf(a: number | undefined, b: number | undefined): { shortfall?: number } {
  const known = [a, b].filter((each) => each !== undefined);
  return known.length > 0 ? { shortfall: Math.min(...known) } : {};
}

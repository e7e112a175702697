import type { RelaxedInsertion, RuleShortfall } from "@/server/domain/plan/routing-problem";
import type { GapOption } from "./gap-option";
import { type InsertedVisits, insertIntoRoute } from "./insert-into-route";
import { newShortfalls } from "./route-shortfalls";
import type { VehicleAnswer, VehicleProbe } from "./vehicle-probe";

/** So many insertions are told. */
const MOST = 3;
/** So many of those that seem cheapest are judged exactly. */
const FINALISTS = 4;
/** More broken rules than this tell a dispatcher nothing but "no". */
const MOST_SHORTFALLS = 4;

/**
 * What would make the visits fit: of all vehicles the place where least is missing, and the cheapest insertions, at most
 * one per vehicle, those that break a single rule before those that break more.
 */
export function pickInsertions(
  visits: InsertedVisits,
  probes: readonly VehicleProbe[],
  answers: readonly VehicleAnswer[],
): { readonly nearestMiss?: RelaxedInsertion; readonly insertions: readonly RelaxedInsertion[] } {
  const judge = (option: GapOption) => judged(visits, probes[option.vehicle]!, option);
  const nearest = answers.flatMap((answer) => answer.nearest ?? []).sort((a, b) => a.excess - b.excess)[0];
  if (!nearest) return { insertions: [] };
  const nearestMiss = judge(nearest);
  const finalists = answers
    .flatMap(({ cheapest, nearest: near }) => [
      ...(cheapest ? [cheapest] : []),
      ...(near && near !== cheapest ? [near] : []),
    ])
    .sort((a, b) => a.rules - b.rules || a.costEstimate - b.costEstimate)
    .slice(0, FINALISTS);
  const insertions = [nearestMiss, ...finalists.filter((each) => each !== nearest).map(judge)]
    .filter(({ shortfalls }) => shortfalls.length <= MOST_SHORTFALLS)
    .sort((a, b) => a.shortfalls.length - b.shortfalls.length || a.costCents - b.costCents);
  const onePerVehicle = insertions.filter(
    (each, i) => insertions.findIndex((other) => other.vehicle === each.vehicle) === i,
  );
  const shown = onePerVehicle.slice(0, MOST);
  return { ...(nearestMiss.shortfalls.length <= MOST_SHORTFALLS && { nearestMiss }), insertions: shown };
}

function judged(
  visits: InsertedVisits,
  probe: VehicleProbe,
  { vehicle, place, dropoffPlace, reload }: GapOption,
): RelaxedInsertion {
  const where = { place, ...(visits.length > 1 && { dropoffPlace: dropoffPlace ?? place }), ...(reload && { reload }) };
  const after = probe.judge(insertIntoRoute(probe.route, visits, where));
  const before = probe.verdict;
  return {
    vehicle,
    ...where,
    costCents: after.costCents - before.costCents,
    distanceMeters: after.times.distanceMeters - before.times.distanceMeters,
    workSeconds: after.times.workSeconds - before.times.workSeconds,
    shortfalls: saidOnce(newShortfalls(before, after), visits),
  };
}

/** Not whose it is where that is the inserted visit's own; and what both halves of a pair need, once. */
function saidOnce(shortfalls: readonly RuleShortfall[], visits: InsertedVisits): RuleShortfall[] {
  const said = new Set<string>();
  return shortfalls.flatMap(({ visit, ...shortfall }) => {
    const isDemand = shortfall.rule === "skills" || shortfall.rule === "features";
    const isOwn = visits.length === 1 && visits[0] === visit;
    if (!isDemand) return [visit === undefined || isOwn ? shortfall : { ...shortfall, visit }];
    const demand = `${shortfall.rule} ${shortfall.subject}`;
    if (said.has(demand)) return [];
    said.add(demand);
    return [shortfall];
  });
}

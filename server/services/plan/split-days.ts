import "server-only";
import type { VisitTimes } from "@/server/domain/order/allowed-days";
import type { BroughtOrder } from "@/server/domain/plan/optimization-run";
import { type BoardVisit, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingSolution, UnassignedReason, UnassignedVisit } from "@/server/domain/plan/routing-problem";
import type { BuiltProblem } from "./build-routing-problem";
import type { JoinableDay, JoinedProblem } from "./join-days";

/** One day's part of an answer over several, as if the day had been asked about alone. */
export interface DayPart {
  /** The day with what comes to it from others. */
  readonly board: PlanBoard;
  readonly built: BuiltProblem;
  readonly solution: RoutingSolution;
  readonly brought: readonly BroughtOrder[];
}

/** Each day's part of the answer to `joinDays`; what is left out is its own day's. */
export function splitDays(days: readonly JoinableDay[], joined: JoinedProblem, solution: RoutingSolution): DayPart[] {
  return days.map((own, day) => {
    const first = joined.firstVehicles[day]!;
    const end = first + own.built.routes.length;
    const routes = solution.routes.slice(first, end);
    const comers = routes.flat().filter((visit) => joined.homeDays[visit] !== day);
    const coming = comers.map((visit) => {
      const home = days[joined.homeDays[visit]!]!.board;
      const from = boardVisit(home, joined.visitIds[visit]!);
      return { fromDate: home.plan.date, visit: onDay(from, own.timesOf(from.id)) };
    });
    const orders = new Map(coming.map(({ fromDate, visit }) => [visit.deliveryId, fromDate]));
    const incoming = coming.map(({ visit }) => [visit.id, visit] as const);
    return {
      board: { ...own.board, visits: new Map([...own.board.visits, ...incoming]) },
      built: {
        ...joined,
        problem: { ...joined.problem, vehicles: joined.problem.vehicles.slice(first, end) },
        routes: own.built.routes,
        reloads: own.built.reloads,
        excluded: own.built.excluded,
      },
      solution: {
        ...solution,
        routes,
        reloads: solution.reloads.slice(first, end),
        breaks: solution.breaks.slice(first, end),
        unassigned: solution.unassigned
          .filter(({ visit }) => joined.homeDays[visit] === day)
          .map((each) => seenFrom(each, first, end)),
      },
      brought: [...orders].map(([deliveryId, fromDate]) => ({ deliveryId, fromDate })),
    };
  });
}

function onDay({ obstacle: _, ...visit }: BoardVisit, times: VisitTimes | null): BoardVisit {
  return { ...visit, ...times };
}

/** Why a visit is on none of these vehicles; where it was none of theirs, why it is on none of the others. */
function seenFrom(unassigned: UnassignedVisit, first: number, end: number): UnassignedVisit {
  const { visit, reasons, perVehicle, nearestMiss, insertions = [] } = unassigned;
  if (!perVehicle) return { visit, reasons };
  const own = perVehicle.slice(first, end);
  const isHere = ({ vehicle }: { readonly vehicle: number }) => vehicle >= first && vehicle < end;
  const places = insertions.filter(isHere).map((each) => ({ ...each, vehicle: each.vehicle - first }));
  const isElsewhere = own.every(({ rule }) => rule === "allowed-vehicles");
  const others = perVehicle.filter(({ rule }) => rule !== "allowed-vehicles");
  return {
    visit,
    reasons: countReasons(isElsewhere && others.length > 0 ? others : own),
    ...(!isElsewhere && { perVehicle: own }),
    ...(nearestMiss &&
      isHere(nearestMiss) && { nearestMiss: { ...nearestMiss, vehicle: nearestMiss.vehicle - first } }),
    ...(places.length > 0 && { insertions: places }),
  };
}

function countReasons(refusals: NonNullable<UnassignedVisit["perVehicle"]>): UnassignedReason[] {
  const counted = new Map<string, UnassignedReason>();
  for (const { rule, subject, shortfall } of refusals) {
    const key = `${rule} ${subject ?? ""}`;
    const known = counted.get(key);
    const least = [known?.shortfall, shortfall].filter((each) => each !== undefined);
    counted.set(key, {
      rule,
      ...(subject !== undefined && { subject }),
      vehicleCount: (known?.vehicleCount ?? 0) + 1,
      ...(least.length > 0 && { shortfall: Math.min(...least) }),
    });
  }
  if (counted.size === 0) return [{ rule: "no-vehicle", vehicleCount: 0 }];
  return [...counted.values()].sort((a, b) => b.vehicleCount - a.vehicleCount);
}

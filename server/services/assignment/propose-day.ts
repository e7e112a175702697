import "server-only";
import {
  type AssignmentTerms,
  leavingAfter,
  withKeptFirst,
  withMostStops,
  withoutMissedWindows,
  withPolicy,
} from "@/server/domain/assignment/assignment-terms";
import { draftBoard } from "@/server/domain/plan/draft-board";
import type { DraftLeg, DraftRoute } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingBudget, RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { ServiceContext } from "../kernel/service-context";
import { buildRoutingProblem } from "../plan/build-routing-problem";
import { Drafting } from "../plan/drafting";
import { measureMatrices } from "../plan/measure-matrices";
import type { AssignmentDay } from "./read-assignment-day";
import { type RouteView, routeView } from "./route-view";

const SEED = 1;
/** A few visits are solved at once; what is larger deserves more hope for something better. */
const PATIENCE_SECONDS = 0.2;
const VISITS_PER_SECOND = 200;
/** Who has a whole day planned anew waits longer than who adds to it. */
const RESHUFFLED_PER_SECOND = 50;
/** Requests that are answered meanwhile need the other processors. */
const THREADS = 1;

/** Why a delivery is on no route: the rule that stands against it first, or that there is nobody to bring it. */
export interface LeftOut {
  readonly deliveryId: string;
  readonly reason: string;
  /** All rules that refuse it, those of most routes first. */
  readonly rules: readonly string[];
}

/** What a day would become. Nothing of it is stored. */
export interface DayProposal {
  readonly day: AssignmentDay;
  readonly strategy: OptimizationStrategy;
  /** Of routes that take something new, or are put in order anew. */
  readonly routes: readonly DraftRoute[];
  /** The same as they would be driven. */
  readonly views: readonly RouteView[];
  readonly leftOut: readonly LeftOut[];
}

export interface DayQuestion {
  readonly visitIds: readonly string[];
  readonly terms: AssignmentTerms;
  /** For all strategies together. */
  readonly maxSeconds: number;
  readonly signal: AbortSignal;
  /** Also routes that take nothing new. */
  readonly withAllRoutes?: boolean;
  /** The whole is planned anew: those of the visits that are on unsent routes may go to others, or be left out. */
  readonly mayReshuffle?: boolean;
}

/** Asks the optimizer where these visits go, once per strategy, over the same travel times. */
export async function proposeDay(
  { ports }: Pick<ServiceContext, "ports">,
  day: AssignmentDay,
  question: DayQuestion,
): Promise<readonly DayProposal[]> {
  const { visitIds, terms, signal, mayReshuffle = false } = question;
  const board = withPolicy(
    day.partial.board,
    visitIds.filter((visitId) => day.partial.board.visits.has(visitId)),
    terms.windowPolicy,
  );
  const routeIds = board.routes.map(({ id }) => id);
  const keeps = ({ status }: BoardRoute) => !mayReshuffle || status !== "planned";
  const built = buildRoutingProblem(withKeptFirst(board, keeps), {
    scope: { kind: "assign", routeIds, visitIds, mayReshuffle },
    startFrom: "current",
    keepDrivers: !mayReshuffle,
    reload: null,
    balance: null,
    clustering: 0,
  });
  if (built.routes.length === 0) return terms.strategies.map((strategy) => nobody(day, question, strategy));
  const watch = { searchEnd: signal, abandoned: signal, stoppingMilliseconds: 0, advance: () => {} };
  const measured = await measureMatrices(ports.travel, board, built, watch);
  const problem = asTerms({ ...built.problem, matrices: measured.matrices }, terms, day.nowSeconds);
  const solved = await solve(ports, problem, question);
  const drafting = new Drafting(ports.travel, { board, built, measured }, watch);
  const proposals: DayProposal[] = [];
  for (const { strategy, solution } of solved) {
    const { routes, unassigned } = await drafting.draft(solution, () => {});
    const keeping = new Set(board.routes.filter(keeps).map(({ id }) => id));
    const whole = routes.filter((route) => !keeping.has(route.routeId) || isWhole(board, route));
    const taken = whole.filter(({ visitIds: its }) => its.some((visitId) => visitIds.includes(visitId)));
    const given = new Set(whole.flatMap((route) => route.visitIds));
    const reasons = new Map(unassigned.map((each) => [each.visitId, each.reasons]));
    const left = visitIds.filter((visitId) => board.visits.has(visitId) && !given.has(visitId));
    proposals.push({
      day,
      strategy,
      ...drawn(day, question.withAllRoutes ? whole : taken),
      leftOut: leftOutOf(
        board,
        left.map((visitId) => ({ visitId, reasons: reasons.get(visitId) ?? NO_ROOM })),
      ),
    });
  }
  return proposals;
}

/** A route whose own stops cannot all be kept takes nothing and stays as it is. */
const NO_ROOM = [{ rule: "shift" }] as const;

function isWhole(board: PlanBoard, { routeId, visitIds }: DraftRoute): boolean {
  const served = new Set(visitIds);
  const route = board.routes.find(({ id }) => id === routeId)!;
  return route.stops.every(({ visitId }) => served.has(visitId));
}

function asTerms(problem: RoutingProblem, { maxStops }: AssignmentTerms, nowSeconds: number): RoutingProblem {
  const limited = withMostStops(problem, maxStops);
  return nowSeconds > 0 ? leavingAfter(limited, nowSeconds) : limited;
}

async function solve(
  { solver }: Pick<ServiceContext["ports"], "solver">,
  problem: RoutingProblem,
  { terms, maxSeconds, signal, mayReshuffle = false }: DayQuestion,
) {
  const perSecond = mayReshuffle ? RESHUFFLED_PER_SECOND : VISITS_PER_SECOND;
  const noImprovementSeconds = PATIENCE_SECONDS + problem.visits.length / perSecond;
  const budget: RoutingBudget = { seed: SEED, threads: THREADS, maxSeconds, noImprovementSeconds };
  const solved = await solver.solve(problem, terms.strategies, budget, signal);
  if (terms.windowPolicy !== "soft") return solved;
  const again = [];
  for (const each of solved) {
    const freed = withoutMissedWindows(problem, each.solution);
    again.push(freed ? (await solver.solve(freed, [each.strategy], budget, signal))[0]! : each);
  }
  return again;
}

/** The day with these routes; who starts nowhere in particular starts where his first stop is. */
function drawn(day: AssignmentDay, routes: readonly DraftRoute[]): Pick<DayProposal, "routes" | "views"> {
  const { board } = day.partial;
  const firstOf = new Map(
    routes.flatMap(({ routeId, visitIds }) => {
      const isAnywhere = day.newDays.get(routeId)?.start.kind === "first-stop";
      return isAnywhere && visitIds[0] ? [[routeId, boardVisit(board, visitIds[0]).position] as const] : [];
    }),
  );
  const placed: PlanBoard = {
    ...board,
    routes: board.routes.map((route) => {
      const position = firstOf.get(route.id);
      return position ? { ...route, start: { ...route.start, position } } : route;
    }),
  };
  const there: DraftLeg = [0, 0, 1, ""];
  const from = routes.map((each) =>
    firstOf.has(each.routeId) ? { ...each, legs: [there, ...each.legs.slice(1)] } : each,
  );
  const after = draftBoard(placed, { routes: from });
  const views = from.flatMap(({ routeId, visitIds, legs }) => {
    const route = after.routes.find(({ id }) => id === routeId)!;
    return visitIds.length === 0 ? [] : [routeView(after, route, (index) => legs[index]?.[3] ?? "")];
  });
  return { routes: from, views };
}

function leftOutOf(
  board: PlanBoard,
  unassigned: readonly { readonly visitId: string; readonly reasons: readonly { readonly rule: string }[] }[],
): LeftOut[] {
  const left = new Map<string, LeftOut>();
  for (const { visitId, reasons } of unassigned) {
    const { deliveryId } = boardVisit(board, visitId);
    const rules = [...new Set(reasons.map(({ rule }) => rule))];
    if (!left.has(deliveryId)) left.set(deliveryId, { deliveryId, reason: rules[0] ?? "cost", rules });
  }
  return [...left.values()];
}

function nobody(day: AssignmentDay, { visitIds }: DayQuestion, strategy: OptimizationStrategy): DayProposal {
  const { board } = day.partial;
  const known = visitIds.filter((visitId) => board.visits.has(visitId));
  const ids = new Set(known.map((visitId) => boardVisit(board, visitId).deliveryId));
  const leftOut = [...ids].map((deliveryId) => ({ deliveryId, reason: "no-driver", rules: ["no-driver"] }));
  return { day, strategy, routes: [], views: [], leftOut };
}

/** How much a question asks of the optimizer: the visits named, and those already on the routes that may take them. */
export function weightOf({ partial }: AssignmentDay): number {
  return partial.board.visits.size;
}

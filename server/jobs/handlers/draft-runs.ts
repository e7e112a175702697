import "server-only";
import { draftFigures } from "@/server/domain/plan/draft-board";
import type { OptimizationDraft, OptimizationRequest } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingBudget, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { type StrategyOptions, solveStrategies } from "@/server/optimizer/pool/solve-strategies";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { BegunOptimization } from "@/server/services/plan/begin-optimization";
import { type BuiltProblem, buildRoutingProblem } from "@/server/services/plan/build-routing-problem";
import { Drafting } from "@/server/services/plan/drafting";
import type { DraftedRun } from "@/server/services/plan/finish-optimization";
import {
  type JoinableDay,
  type JoinedProblem,
  joinDays,
  joinedAcross,
  mayChangeDay,
  withOtherDays,
} from "@/server/services/plan/join-days";
import { type MeasuredMatrices, measureMatrices } from "@/server/services/plan/measure-matrices";
import { type RunDay, readRunDays } from "@/server/services/plan/read-run-days";
import { type DayPart, splitDays } from "@/server/services/plan/split-days";
import type { OptimizationReporter } from "./optimization-reporter";

/**
 * The drafts of a run, and of the other days that are planned with it: one per strategy, all over the same travel times.
 * Told to stop, the strategies not begun are left out.
 */
export async function draftRuns(
  services: ServiceContext,
  solve: NonNullable<StrategyOptions["solve"]>,
  { optimizationId, request }: BegunOptimization,
  reporter: OptimizationReporter,
): Promise<DraftedRun[]> {
  const { travel } = services.ports;
  const days = await readRunDays(services, { optimizationId });
  const asked = askedOver(days, request);
  const measured = await measureMatrices(travel, { calibrations: calibrationsOf(days) }, asked.built, reporter);
  const problem = { ...asked.built.problem, matrices: measured.matrices };
  const solved = await solveStrategies(problem, request.strategies, budgetOf(request, asked.built), {
    solve,
    signal: reporter.searchEnd,
    onBegin: (strategy) => {
      reporter.enter("search");
      reporter.turnTo(strategy);
    },
    onProgress: reporter.searched,
    onSolved: (solution) => reporter.solved(solution, problem.visits.length),
  });
  reporter.enter("lines");
  const drafter = new DayDrafter(services, measured, reporter, solved.length * days.length);
  const parts = solved.map(({ strategy, solution }) => ({ strategy, parts: asked.partsOf(solution) }));
  const runs: DraftedRun[] = [];
  for (const [index, day] of days.entries()) {
    const drafts: OptimizationDraft[] = [];
    for (const { strategy, parts: ofDays } of parts) drafts.push(await drafter.draft(strategy, ofDays[index]!));
    runs.push({ optimizationId: day.optimizationId, drafts });
  }
  return runs;
}

interface AskedDays {
  readonly built: BuiltProblem;
  partsOf(solution: RoutingSolution): readonly DayPart[];
}

/** The question a run is about, and how its answer is dealt out to the days. */
function askedOver(days: readonly RunDay[], { keepDrivers }: OptimizationRequest): AskedDays {
  const [{ board, request }] = days as [RunDay];
  if (days.length === 1) {
    const built = buildRoutingProblem(board, request);
    return { built, partsOf: (solution) => [{ board, built, solution, brought: [] }] };
  }
  const apart = joinedAcross(days.map((day) => day.board));
  const joinable = days.map((day): JoinableDay => {
    const mayGo = (visitId: string) => !apart.has(visitId) && mayChangeDay(day.board, visitId, keepDrivers);
    const mayGoElsewhere = (visitId: string) =>
      mayGo(visitId) && days.some((other) => other !== day && other.isOpen && other.timesOf(visitId) !== null);
    return { ...day, mayGo, built: buildRoutingProblem(withOtherDays(day.board, mayGoElsewhere), day.request) };
  });
  const built: JoinedProblem = joinDays(joinable);
  return { built, partsOf: (solution) => splitDays(joinable, built, solution) };
}

/** What depots have learned of their roads is the same on all days; where they differ, the first day's. */
function calibrationsOf(days: readonly RunDay[]): PlanBoard["calibrations"] {
  return Object.assign({}, ...days.map(({ board }) => board.calibrations).reverse());
}

/** For all strategies. Larger days get more patience before a search gives up hoping for something better. */
function budgetOf(request: OptimizationRequest, { problem }: BuiltProblem): RoutingBudget {
  const { seed, maxIterations, maxSeconds } = request;
  if (maxIterations !== undefined) return { seed, maxSeconds, maxIterations };
  return { seed, maxSeconds, noImprovementSeconds: Math.min(maxSeconds, 4 + Math.round(problem.visits.length / 750)) };
}

/** Turns parts of answers into drafts; a way on roads that several drafts of a day share is asked for once. */
class DayDrafter {
  private readonly draftings = new Map<string, Drafting>();
  private done = 0;

  constructor(
    private readonly services: ServiceContext,
    private readonly measured: MeasuredMatrices,
    private readonly reporter: OptimizationReporter,
    private readonly count: number,
  ) {}

  async draft(
    strategy: OptimizationDraft["strategy"],
    { board, built, solution, brought }: DayPart,
  ): Promise<OptimizationDraft> {
    const share = (done: number) => this.reporter.advance((this.done + done) / this.count);
    const draft = { strategy, ...(await this.drafting(board, built).draft(solution, share)) };
    this.done++;
    const figures = draftFigures(board, draft);
    if (brought.length === 0) return { ...draft, figures };
    return { ...draft, brought, figures };
  }

  private drafting(board: PlanBoard, built: BuiltProblem): Drafting {
    const known = this.draftings.get(board.plan.id);
    if (known) return known;
    const { measured, reporter } = this;
    const made = new Drafting(this.services.ports.travel, { board, built, measured }, reporter);
    this.draftings.set(board.plan.id, made);
    return made;
  }
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import { loadStoredTimes } from "@/db/queries/plan/load-stored-times";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import { planRoutesSchema } from "@/server/domain/plan/plan-schema";
import { reloadsOf } from "@/server/domain/plan/reload-trips";
import { changed, command, type PrepareScope, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { saveSequences } from "./save-sequences";

const measuring = planRoutesSchema.extend({
  signal: z.instanceof(AbortSignal).optional(),
  /** Aborted when others have their turn: the routes not asked about yet are left to a new job. */
  enough: z.instanceof(AbortSignal).optional(),
});

/**
 * Times a plan's routes anew with real legs and stores their ways: after guesses, moved pins, other windows or
 * vehicles. A route that is edited while it is being measured keeps its edit; one that is as stored is left alone.
 * While roads are away (`roadsFailure`: to be measured again later) stored ones are not replaced by guesses.
 */
export const measureRoutes = command({
  permission: "plan.edit",
  input: measuring,
  prepare: prepareLegs,
  run: async (scope, { planId }) => {
    const { tx, actor, prepared } = scope;
    const { roadsFailure, leftRouteIds } = prepared;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    // Where roads are away all are measured again anyway.
    if (leftRouteIds.length > 0 && !roadsFailure) {
      await scope.enqueue("measure-routes", { planId, routeIds: leftRouteIds });
    }
    const wanted = { visitIds: [], routeIds: prepared.routeIds };
    const partial = await openRoutes(tx, actor.organizationId, plan, wanted, { isLocked: true });
    const used = usedSequences(partial.board);
    const book = new LegBook();
    book.addMissing(prepared.book);
    const stored = partial.book;
    if (roadsFailure) book.keepRoads(stored, partial.board, used);
    book.addMissing(stored);
    const outdated = await outdatedRoutes(tx, actor.organizationId, partial.board);
    const different = used.filter(
      (sequence) => outdated.has(sequence.routeId) || book.differsFrom(stored, partial.board, sequence),
    );
    const result = { measured: different.length, ...(roadsFailure && { roadsFailure }) };
    if (different.length === 0) return unchanged(result);
    const saved = await saveSequences(scope, { ...partial, book }, different, undefined);
    return changed(result, saved.events);
  },
});

interface MeasuredLegs {
  readonly book: LegBook;
  /** Whose legs it holds. */
  readonly routeIds: string[];
  /** Whose nobody was asked for in time. */
  readonly leftRouteIds: string[];
  readonly roadsFailure?: string | undefined;
}

async function prepareLegs(
  { actor, ports, read }: PrepareScope,
  { planId, routeIds, signal, enough }: z.output<typeof measuring>,
): Promise<MeasuredLegs> {
  const { organizationId } = actor;
  const opened = await read(async (tx) => {
    const plan = await findPlan(tx, organizationId, planId);
    if (!plan) return undefined;
    const wanted = routeIds ?? (await loadRoutes(tx, organizationId, planId)).map((route) => route.id);
    return openRoutes(tx, organizationId, plan, { visitIds: [], routeIds: wanted }, { isLocked: false });
  });
  const book = new LegBook();
  if (!opened) return { book, routeIds: [], leftRouteIds: [] };
  const { board } = opened;
  const used = usedSequences(board);
  let roadsFailure: string | undefined;
  const onRoadsFailure = (reason: string) => {
    roadsFailure ??= reason;
  };
  await book.fetchMissing(ports.travel, board, used, {
    onRoadsFailure,
    ...(signal && { signal }),
    ...(enough && { enough }),
  });
  const left = enough?.aborted ? used.filter((sequence) => book.lacks(board, sequence)) : [];
  const idsOf = (sequences: readonly RouteSequence[]) => sequences.map(({ routeId }) => routeId);
  return {
    book,
    routeIds: idsOf(used.filter((each) => !left.includes(each))),
    leftRouteIds: idsOf(left),
    roadsFailure,
  };
}

/** Routes whose stored times are not those that their visits and vehicles lead to now. */
async function outdatedRoutes(tx: Tx, organizationId: string, board: PlanBoard): Promise<Set<string>> {
  const routeIds = board.routes.map((route) => route.id);
  const stored = await loadStoredTimes(tx, organizationId, routeIds);
  const routeOf = new Map(stored.routes.map((route) => [route.id, route]));
  const stopOf = new Map(stored.stops.map((stop) => [stop.visitId, stop]));
  const outdated = board.routes.filter(({ id, schedule }) => {
    const { startSeconds, endSeconds, lateStops, costCents } = schedule;
    const { id: _, ...before } = routeOf.get(id)!;
    if (!isDeepStrictEqual(before, { startSeconds, endSeconds, lateStops, costCents })) return true;
    return schedule.stops.some((stop) => {
      const { visitId: __, ruleBreaks, ...times } = stopOf.get(stop.visitId)!;
      const { arriveSeconds, startSeconds, departSeconds, breaks } = stop;
      return !isDeepStrictEqual([times, ruleBreaks], [{ arriveSeconds, startSeconds, departSeconds }, breaks]);
    });
  });
  return new Set(outdated.map((route) => route.id));
}

function usedSequences(board: PlanBoard): RouteSequence[] {
  return board.routes.flatMap((route) => {
    const isReachable = route.start.position && (!route.end || route.end.position);
    const sequence = { routeId: route.id, visitIds: routeVisitIds(route), reloads: reloadsOf(route) };
    return route.stops.length > 0 && isReachable ? [sequence] : [];
  });
}

import "server-only";
import type { z } from "zod";
import { findOps, insertOps, loadRouteOps } from "@/db/queries/execution/driver-ops";
import { listCancelledVisits, listRouteDoors, lockRunRoute, routesOfVisits } from "@/db/queries/execution/runs";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { opVisitIds } from "@/server/domain/execution/driver-op";
import type { syncOpsSchema } from "@/server/domain/execution/execution-schema";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { type OpRejection, TOLERATED_SKEW_MS } from "@/server/domain/execution/merge-op";
import { type JudgedOp, mergeOps } from "@/server/domain/execution/merge-ops";
import { type CommandScope, changed, changedQuietly, type Outcome, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { putMadeFirst } from "./put-made-first";
import { saveRun } from "./save-run";

/** The answer to a batch. */
export interface ActsAnswer {
  /** One per act, in the order sent. */
  readonly answers: readonly OpAnswer[];
  /** How far the device's clock is behind ours; 0 while that is tolerated. */
  readonly skewSeconds: number;
}

/** What became of an act. */
export interface OpAnswer {
  readonly opId: string;
  readonly verdict: JudgedOp["verdict"]["verdict"];
  readonly reason?: OpRejection;
  readonly message?: string;
  /** The route that has the stop now, when that is why the act was refused. */
  readonly movedToRoute?: number;
}

/**
 * Takes acts into a route's log, one answer each, and stores what they change. Answered acts are stored; the same ones may
 * come any number of times. An act for a stop that is not on this route is refused, and the desk hears of it.
 */
export async function takeActs(
  scope: CommandScope<unknown>,
  routeId: string,
  driverId: string | null,
  { deviceNow, ops: sent }: z.output<typeof syncOpsSchema>,
): Promise<Outcome<ActsAnswer>> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const route = found(await lockRunRoute(tx, organizationId, routeId), "route");
  const doors = await listRouteDoors(tx, organizationId, route.planId, route.id);
  const known = await loadRouteOps(tx, organizationId, route.id);
  const named = await findOps(
    tx,
    organizationId,
    sent.map(opIdOf).filter((id) => UUID.test(id)),
  );
  const onRoute = new Set(doors.map(({ visitId }) => visitId));
  const strangers = sent.flatMap(visitIdsOf).filter((visitId) => !onRoute.has(visitId));
  const cancelled = await listCancelledVisits(tx, organizationId, strangers);
  const skewMs = now.getTime() - deviceNow.getTime();
  const { judged, ops } = mergeOps(
    sent,
    { routeId: route.id, ops: known, named },
    {
      visitIds: onRoute,
      cancelledVisitIds: new Set(cancelled),
      tasksOf: new Map(doors.map(({ visitId, tasks }) => [visitId, tasks])),
      receivedAtMs: now.getTime(),
      skewMs,
      ...(actor.actsUntil && { untilMs: actor.actsUntil.getTime() }),
    },
  );
  const skewSeconds = Math.abs(skewMs) > TOLERATED_SKEW_MS ? Math.round(skewMs / 1000) : 0;
  await storeOps(scope, route.id, driverId, judged, Math.round(skewMs / 1000));
  const answers = await answerOf(scope, judged);
  const result = { answers, skewSeconds };
  if (!judged.some(({ act }) => act)) return unchanged(result);
  await scope.enqueue("refresh-arrivals", { routeId: route.id });
  const [before, after] = [foldOps(known), foldOps(ops)];
  // Whatever comes after the end of a route may still change what it teaches.
  if (after.finishedAtMs !== null) await scope.enqueue("learn-from-route", { routeId: route.id });
  const events = [
    ...(await saveRun(scope, { ...route, driverId, doors }, before, after, skewSeconds)),
    ...(await putMadeFirst(scope, route, before, after)),
    ...judged.flatMap((each) => actEvents(each, route, answers)),
  ];
  return events.length > 0 ? changed(result, events) : changedQuietly(result);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function opIdOf(raw: unknown): string {
  const opId = fieldOf(raw, "opId");
  return typeof opId === "string" ? opId : "";
}

/** The visits something that may be an act names. */
function visitIdsOf(raw: unknown): string[] {
  const named = [fieldOf(raw, "visitId"), fieldOf(raw, "visitIds")].flat();
  return named.filter((id): id is string => typeof id === "string" && UUID.test(id));
}

function fieldOf(raw: unknown, name: string): unknown {
  return typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>)[name] : undefined;
}

/** What the desk is to know of single acts, beside what they change: problems reported, and what could not be taken. */
function actEvents(
  { opId, act, verdict }: JudgedOp,
  route: { readonly id: string; readonly number: number; readonly planId: string },
  answers: readonly OpAnswer[],
): DomainEvent[] {
  if (!act) return [];
  const base = { entity: "route", entityId: route.id, planId: route.planId };
  const about = { number: route.number, opId, visitIds: opVisitIds(act) };
  if (verdict.verdict === "rejected") {
    const { movedToRoute } = answers.find((each) => each.opId === opId)!;
    const outcome = act.type === "complete" ? { outcome: act.outcome } : {};
    const data = { ...about, ...outcome, act: act.type, reason: verdict.reason, ...(movedToRoute && { movedToRoute }) };
    return [{ ...base, type: "route.act-refused", data }];
  }
  if (act.type !== "report") return [];
  const { kind, note, proofIds, occurredAt } = act;
  return [{ ...base, type: "route.problem-reported", occurredAt, data: { ...about, kind, note, proofIds } }];
}

async function storeOps(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  routeId: string,
  driverId: string | null,
  judged: readonly JudgedOp[],
  skewSeconds: number,
): Promise<void> {
  await insertOps(
    tx,
    judged.flatMap(({ opId, act, deviceAt, verdict }) => {
      if (!act) return [];
      return [
        {
          organizationId: actor.organizationId,
          id: opId,
          routeId,
          driverId,
          type: act.type,
          act,
          occurredAt: act.occurredAt,
          deviceAt: deviceAt!,
          receivedAt: now,
          skewSeconds,
          verdict: verdict.verdict,
          rejection: verdict.verdict === "rejected" ? verdict.reason : null,
        },
      ];
    }),
  );
}

async function answerOf({ tx, actor }: Pick<CommandScope<unknown>, "tx" | "actor">, judged: readonly JudgedOp[]) {
  const astray = judged.flatMap(({ act, verdict }) =>
    act && verdict.verdict === "rejected" && verdict.reason === "not-on-route" ? opVisitIds(act) : [],
  );
  const places = new Map(
    (await routesOfVisits(tx, actor.organizationId, astray)).map(({ visitId, number }) => [visitId, number]),
  );
  return judged.map(({ opId, verdict, message, act }): OpAnswer => {
    const movedTo =
      act &&
      opVisitIds(act)
        .map((visitId) => places.get(visitId))
        .find((number) => number !== undefined);
    return {
      opId,
      verdict: verdict.verdict,
      ...(verdict.verdict === "rejected" && { reason: verdict.reason }),
      ...(message && { message }),
      ...(movedTo !== undefined && verdict.verdict === "rejected" && { movedToRoute: movedTo }),
    };
  });
}

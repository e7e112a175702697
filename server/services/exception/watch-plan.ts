import "server-only";
import { findExceptionPolicy } from "@/db/queries/exception/exception-policies";
import {
  clearExceptions,
  type ExceptionRow,
  insertExceptions,
  loadKnownExceptions,
  refreshExceptions,
} from "@/db/queries/exception/exceptions";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { diffExceptions, type ExceptionDiff, keyOf } from "@/server/domain/exception/diff-exceptions";
import { TIMER_MINUTES } from "@/server/domain/exception/exception-policy";
import { isStanding } from "@/server/domain/exception/exception-type";
import { type WantedException, wantExceptions } from "@/server/domain/exception/want-exceptions";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { exceptionEvent } from "./exception-event";
import { readWatchedDay } from "./read-watched-day";
import { returnSpent } from "./return-spent";

/**
 * Compares what a plan's day calls for with the exceptions that stand, raises what is new, and resolves by itself what
 * has lost its cause. Any number may watch at once: an exception is raised, and resolved, by one of them.
 */
export const watchPlan = command({
  permission: "plan.edit",
  input: planIdSchema,
  run: async (scope, { planId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plan = found(await findPlan(tx, organizationId, planId), "plan");
    const policy = await findExceptionPolicy(tx, organizationId, plan.projectId);
    const day = await readWatchedDay(tx, organizationId, plan, now);
    const stored = await loadKnownExceptions(tx, organizationId, planId);
    const known = stored.map((row) => ({ ...row, dueAtMs: row.dueAt.getTime() }));
    const standing = new Set(known.filter(({ status }) => isStanding(status)).map(keyOf));
    const returned = await returnSpent(scope, planId, day, policy);
    const wanted = wantExceptions(day, policy, (type, subjectKey) => standing.has(keyOf({ type, subjectKey }))).filter(
      ({ type, deliveryId }) => type !== "failed-stop" || !returned.deliveryIds.includes(deliveryId ?? ""),
    );
    const diff = diffExceptions(wanted, known);
    const result = { raised: diff.raised.length, resolved: diff.cleared.length, standing: wanted.length };
    if (diff.raised.length + diff.refreshed.length + diff.cleared.length + returned.events.length === 0) {
      return unchanged(result);
    }
    const events = [...returned.events, ...(await saveDiff(scope, diff, new Map(stored.map((row) => [row.id, row]))))];
    return events.length > 0 ? changed(result, events) : changedQuietly(result);
  },
});

async function saveDiff(
  scope: CommandScope<undefined>,
  diff: ExceptionDiff,
  stored: ReadonlyMap<string, ExceptionRow>,
): Promise<DomainEvent[]> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const rows = diff.raised.map((wanted) => newRow(scope, wanted));
  const inserted = new Set(await insertExceptions(tx, rows));
  await refreshExceptions(
    tx,
    organizationId,
    diff.refreshed.map(({ id, severity, dueAtMs, details, isGraver }) => ({
      id,
      severity,
      dueAt: new Date(dueAtMs),
      details,
      snoozedUntil: isGraver ? null : stored.get(id)!.snoozedUntil,
      version: stored.get(id)!.version + 1,
      updatedAt: now,
    })),
  );
  const cleared = await clearExceptions(
    tx,
    organizationId,
    diff.cleared.map(({ id }) => id),
    now,
  );
  return [
    ...rows.filter(({ id }) => inserted.has(id)).map((row) => exceptionEvent("exception.raised", row)),
    ...diff.refreshed
      .filter(({ isGraver }) => isGraver)
      .map(({ id, severity }) => exceptionEvent("exception.changed", { ...stored.get(id)!, severity })),
    ...cleared.map((id) => exceptionEvent("exception.resolved", { ...stored.get(id)!, status: "resolved" })),
  ];
}

function newRow({ actor, now, newId }: CommandScope<undefined>, wanted: WantedException) {
  const { dueAtMs, owner, ...about } = wanted;
  return {
    ...about,
    ownerId: owner?.id ?? null,
    ownerName: owner?.name ?? "",
    organizationId: actor.organizationId,
    id: newId(),
    status: "open" as const,
    source: "rule" as const,
    notes: [],
    raisedAt: now,
    dueAt: new Date(dueAtMs ?? now.getTime() + TIMER_MINUTES[wanted.severity] * 60_000),
    createdAt: now,
    updatedAt: now,
  };
}

import "server-only";
import { type ExceptionRow, listMembers, lockExceptions, refreshExceptions } from "@/db/queries/exception/exceptions";
import { type ActedException, actOn, type ExceptionAct } from "@/server/domain/exception/exception-act";
import { actOnExceptionsSchema } from "@/server/domain/exception/exception-schema";
import { isStanding } from "@/server/domain/exception/exception-type";
import { changed, command, unchanged } from "../kernel/command";
import { found, noSuch } from "../kernel/service-error";
import { exceptionEvent } from "./exception-event";

/** Acknowledges, gives to somebody, notes, escalates, snoozes, resolves or dismisses exceptions; what is closed stays closed. */
export const actOnExceptions = command({
  permission: "plan.edit",
  input: actOnExceptionsSchema,
  run: async ({ tx, actor, now }, { ids, act }) => {
    const { organizationId } = actor;
    const rows = await lockExceptions(tx, organizationId, ids);
    if (rows.length < new Set(ids).size) throw noSuch("exception");
    const ownerId = namedOwner(act);
    const owner = ownerId
      ? found(
          (await listMembers(tx, organizationId)).find(({ id }) => id === ownerId),
          "person",
        )
      : undefined;
    const by = { id: actor.kind === "user" ? actor.id : null, name: actor.label };
    const acting = { by, nowMs: now.getTime(), ...(owner && { ownerName: owner.name }) };
    const changes = rows.flatMap((row) => {
      const after = actOn(stateOf(row), act, acting);
      return after ? [{ row, after }] : [];
    });
    if (changes.length === 0) return unchanged({ changed: 0 });
    await refreshExceptions(
      tx,
      organizationId,
      changes.map(({ row, after }) => ({ ...columnsOf(after), id: row.id, version: row.version + 1, updatedAt: now })),
    );
    return changed(
      { changed: changes.length },
      changes.map(({ row, after }) =>
        exceptionEvent(
          isStanding(after.status) || after.status === row.status ? "exception.changed" : "exception.resolved",
          { ...row, status: after.status, severity: after.severity, at: now },
          {
            act: act.kind,
            ...(after.ownerName && { owner: after.ownerName }),
            ...(after.snoozedUntilMs !== null && { until: new Date(after.snoozedUntilMs).toISOString() }),
          },
        ),
      ),
    );
  },
});

function namedOwner(act: ExceptionAct): string | null {
  return "ownerId" in act ? (act.ownerId ?? null) : null;
}

function stateOf({ dueAt, snoozedUntil, closedAt, clearedAt, ...row }: ExceptionRow): ActedException {
  return {
    status: row.status,
    severity: row.severity,
    source: row.source,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    notes: row.notes,
    closedBy: row.closedBy,
    dueAtMs: dueAt.getTime(),
    snoozedUntilMs: snoozedUntil?.getTime() ?? null,
    closedAtMs: closedAt?.getTime() ?? null,
    clearedAtMs: clearedAt?.getTime() ?? null,
  };
}

function columnsOf({ dueAtMs, snoozedUntilMs, closedAtMs, clearedAtMs, source: _, ...rest }: ActedException) {
  const instant = (atMs: number | null) => (atMs === null ? null : new Date(atMs));
  return {
    ...rest,
    dueAt: new Date(dueAtMs),
    snoozedUntil: instant(snoozedUntilMs),
    closedAt: instant(closedAtMs),
    clearedAt: instant(clearedAtMs),
  };
}

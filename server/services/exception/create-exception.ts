import "server-only";
import { findExceptionSubject } from "@/db/queries/exception/exception-subject";
import { insertExceptions } from "@/db/queries/exception/exceptions";
import { TIMER_MINUTES } from "@/server/domain/exception/exception-policy";
import { createExceptionSchema } from "@/server/domain/exception/exception-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { exceptionEvent } from "./exception-event";

/** Writes an exception down by hand. Of one kind a delivery, or a route, has one standing: a second is refused to nobody. */
export const createException = command({
  permission: "plan.edit",
  input: createExceptionSchema,
  run: async ({ tx, actor, now, newId }, { type, severity, note, deliveryId, externalId, routeId }) => {
    const { organizationId } = actor;
    const id = newId();
    const subject = found(
      await findExceptionSubject(tx, organizationId, { deliveryId, externalId, routeId }),
      routeId ? "route" : "delivery",
    );
    const { routeNumber, ...about } = subject;
    const subjectKey = about.deliveryId
      ? `delivery:${about.deliveryId}`
      : about.routeId
        ? `route:${about.routeId}`
        : `note:${id}`;
    const row = {
      ...about,
      organizationId,
      id,
      type,
      severity,
      status: "open" as const,
      source: "person" as const,
      subjectKey,
      details: { ...(routeNumber !== null && { routeNumber }) },
      notes: note ? [{ at: now.toISOString(), by: actor.label, text: note }] : [],
      raisedAt: now,
      dueAt: new Date(now.getTime() + TIMER_MINUTES[severity] * 60_000),
      createdAt: now,
      updatedAt: now,
    };
    const [inserted] = await insertExceptions(tx, [row]);
    if (!inserted) return unchanged<{ id: string | null }>({ id: null });
    return changed<{ id: string | null }>({ id }, [exceptionEvent("exception.raised", { ...row, at: now })]);
  },
});

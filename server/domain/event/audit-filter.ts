import { z } from "zod";
import { EVENT_TYPES } from "./domain-event";

/** Who may have done it: a person, Dray itself, a driver, a program. */
export const ACTOR_KINDS = ["user", "system", "driver", "api"] as const;

/** As a date, or as it is written in JSON and in addresses. */
const instant = z.union([z.iso.datetime({ offset: true }).transform((text) => new Date(text)), z.date()]);

/** What of the log is wanted; instants are of when it was received, `before` is exclusive. */
export const auditFilterSchema = z.object({
  types: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length).optional(),
  entity: z.string().max(40).optional(),
  entityId: z.uuid().optional(),
  /** One request or job: all that it caused. */
  correlationId: z.string().max(200).optional(),
  actorKind: z.enum(ACTOR_KINDS).optional(),
  from: instant.optional(),
  before: instant.optional(),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

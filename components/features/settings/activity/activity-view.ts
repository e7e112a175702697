import { parseAsString, parseAsStringLiteral } from "nuqs";
import { ACTOR_KINDS, type AuditFilter } from "@/server/domain/event/audit-filter";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt, startOfDay } from "@/server/domain/time/zoned-time";
import { ENTITIES } from "./describe-event";

export const PERIODS = ["1", "7", "30", "90"] as const;

/** What of the log is looked at, kept in the address. */
export const ACTIVITY_ADDRESS = {
  about: parseAsStringLiteral(ENTITIES),
  by: parseAsStringLiteral(ACTOR_KINDS),
  /** The last so many days, today included. */
  days: parseAsStringLiteral(PERIODS),
  /** One request or job. */
  reference: parseAsString,
};

export interface ActivityView {
  readonly about: (typeof ENTITIES)[number] | null;
  readonly by: (typeof ACTOR_KINDS)[number] | null;
  readonly days: (typeof PERIODS)[number] | null;
  readonly reference: string | null;
}

export const EVERYTHING: ActivityView = { about: null, by: null, days: null, reference: null };

/** The view as the log's services take it; days are those of a zone. */
export function wantedOf({ about, by, days, reference }: ActivityView, zone: string, now: Date): AuditFilter {
  return {
    ...(about && { entity: about }),
    ...(by && { actorKind: by }),
    ...(days && { from: startOfDay(addLocalDays(localDateAt(now, zone), 1 - Number(days)), zone) }),
    ...(reference && { correlationId: reference }),
  };
}

/** Where what is wanted can be taken out from, as lines of JSON. */
export function exportAddress({ entity, actorKind, from, correlationId }: AuditFilter): string {
  const query = new URLSearchParams({
    ...(entity && { entity }),
    ...(actorKind && { actor: actorKind }),
    ...(from && { from: from.toISOString() }),
    ...(correlationId && { reference: correlationId }),
  });
  return `/api/log/export?${query}`;
}

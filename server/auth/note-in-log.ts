import "server-only";
import { listMemberships, type Person } from "@/db/queries/access/find-person";
import { appendEvents } from "@/db/queries/event/append-events";
import { withTenant } from "@/db/with-tenant";
import type { EventType } from "@/server/domain/event/domain-event";
import type { AuthSettings } from "./auth-settings";

type Log = Pick<AuthSettings, "database" | "ids" | "clock">;
type By = Pick<Person, "id" | "name"> | null;
interface Note {
  readonly type: EventType;
  readonly entityId: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes what better-auth has done to an organization's log; by nobody: by the system itself. */
export async function noteInLog({ database, ids, clock }: Log, organizationId: string, by: By, note: Note) {
  const actor = {
    kind: by ? ("user" as const) : ("system" as const),
    id: by?.id ?? null,
    label: by?.name ?? "Dray",
    organizationId,
    permissions: new Set<never>(),
  };
  await withTenant(database, organizationId, (tx) =>
    appendEvents(tx, actor, ids.newId(), clock.now(), [{ ...note, entity: "member" }]),
  );
}

/** Writes what concerns a person to the log of each organization they belong to. */
export async function noteOfPerson(
  log: Log,
  personId: string,
  type: EventType,
  { byThemselves, data }: { readonly byThemselves: boolean; readonly data?: Readonly<Record<string, unknown>> },
): Promise<void> {
  for (const { id: entityId, organizationId, name } of await listMemberships(log.database, personId)) {
    const by = byThemselves ? { id: personId, name } : null;
    await noteInLog(log, organizationId, by, { type, entityId, data: { name, ...data } });
  }
}

import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { event, eventSeal } from "@/db/schema/event";

/** An entry as its hashes were made of it: `event_chain` in the database writes the same texts. */
export interface LogEntry {
  readonly seq: number;
  /** What the database keeps, hex. */
  readonly contentHash: string;
  readonly hash: string;
  /** JSON of `data`, `before` and `after`. */
  readonly content: string;
  /** JSON of everything else it says, with the kept `contentHash`. */
  readonly entry: string;
}

/** Entries after a number, oldest first (its key). */
export async function readLogEntries(
  tx: Tx,
  organizationId: string,
  { afterSeq, upToSeq, limit }: { readonly afterSeq: number; readonly upToSeq: number; readonly limit: number },
): Promise<LogEntry[]> {
  const rows = await tx.execute<Omit<LogEntry, "seq"> & { seq: string }>(sql`
    select seq, encode(content_hash, 'hex') as "contentHash", encode(hash, 'hex') as hash,
      jsonb_build_array(data, before, after)::text as content,
      jsonb_build_array(organization_id, seq, type, entity, entity_id, plan_id, actor_kind, actor_id, actor_label,
        correlation_id, mutation_id, (extract(epoch from occurred_at) * 1000000)::bigint,
        (extract(epoch from received_at) * 1000000)::bigint, encode(content_hash, 'hex'))::text as entry
    from ${event}
    where organization_id = ${organizationId} and seq > ${afterSeq} and seq <= ${upToSeq}
    order by seq limit ${limit}`);
  return rows.map(({ seq, ...row }) => ({ ...row, seq: Number(seq) }));
}

export type LogSeal = typeof eventSeal.$inferSelect;

/** All seals of an organization's log, oldest first (its key). */
export async function listSeals(tx: Tx, organizationId: string): Promise<LogSeal[]> {
  return tx.select().from(eventSeal).where(eq(eventSeal.organizationId, organizationId)).orderBy(asc(eventSeal.seq));
}

/** The hash of an entry; undefined where there is none. */
export async function findEntryHash(tx: Tx, organizationId: string, seq: number): Promise<Buffer | undefined> {
  const where = and(eq(event.organizationId, organizationId), eq(event.seq, seq));
  const [row] = await tx.select({ hash: event.hash }).from(event).where(where);
  return row?.hash;
}

export async function insertSeal(tx: Tx, seal: LogSeal): Promise<void> {
  await tx.insert(eventSeal).values(seal).onConflictDoNothing();
}

/** Organizations whose log has grown since it was last sealed. */
export async function listUnsealedLogs(database: Database): Promise<string[]> {
  const rows = await database.raw<{ id: string }[]>`
    select s.organization_id as id from event_sequence s
    where s.last_seq > coalesce(
      (select max(e.seq) from event_seal e where e.organization_id = s.organization_id), 0)
    order by 1`;
  return rows.map(({ id }) => id);
}

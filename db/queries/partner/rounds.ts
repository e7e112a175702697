import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import { partnerRound } from "@/db/schema/partner-handover";

export type RoundRow = typeof partnerRound.$inferSelect;

export async function insertRound(tx: Tx, row: typeof partnerRound.$inferInsert): Promise<RoundRow> {
  const [made] = await tx.insert(partnerRound).values(row).returning();
  return made!;
}

export async function findRound(tx: Tx, organizationId: string, id: string): Promise<RoundRow | undefined> {
  const [row] = await tx.select().from(partnerRound).where(isRound(organizationId, id));
  return row;
}

/** The round, held until the transaction ends. The caller has locked its delivery. */
export async function lockRound(tx: Tx, organizationId: string, id: string): Promise<RoundRow | undefined> {
  const [row] = await tx.select().from(partnerRound).where(isRound(organizationId, id)).for("update");
  return row;
}

/** The round a delivery is in (index `partner_round_open`). */
export async function findOpenRound(tx: Tx, organizationId: string, deliveryId: string): Promise<RoundRow | undefined> {
  const [row] = await tx
    .select()
    .from(partnerRound)
    .where(isOpenOf(organizationId, [deliveryId]));
  return row;
}

export async function updateRound(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof partnerRound.$inferInsert>,
): Promise<void> {
  await tx.update(partnerRound).set(set).where(isRound(organizationId, id));
}

/** Stops the rounds these deliveries are in; answers with whose they were (index `partner_round_open`). */
export async function stopRounds(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<Pick<RoundRow, "id" | "deliveryId">[]> {
  return tx
    .update(partnerRound)
    .set({ end: "stopped", endedAt: now, runId: null })
    .where(isOpenOf(organizationId, deliveryIds))
    .returning({ id: partnerRound.id, deliveryId: partnerRound.deliveryId });
}

/** The moment so long from now, by the clock the queue goes by; however long this transaction has waited for locks. */
export async function fromNow(tx: Tx, milliseconds: number): Promise<Date> {
  const [row] = await tx.execute<{ now: number }>(
    sql`select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  );
  return new Date(row!.now + milliseconds);
}

/** Says that a run of a round lives; nothing where the round is over or another run's. */
export async function beatRound(
  tx: Tx,
  organizationId: string,
  { roundId, runId }: { readonly roundId: string; readonly runId: string },
): Promise<void> {
  await tx
    .update(partnerRound)
    .set({ beat: sql`${partnerRound.beat} + 1` })
    .where(isRunOf(organizationId, roundId, runId));
}

/** Ends a round nobody is left to be asked in; answers with it, or with nothing where it is over or another run's. */
export async function closeRound(
  tx: Tx,
  organizationId: string,
  { roundId, runId }: { readonly roundId: string; readonly runId: string },
  now: Date,
): Promise<RoundRow | undefined> {
  const [row] = await tx
    .update(partnerRound)
    .set({ end: "nobody", endedAt: now, runId: null })
    .where(isRunOf(organizationId, roundId, runId))
    .returning();
  return row;
}

const isRound = (organizationId: string, id: string) =>
  and(eq(partnerRound.organizationId, organizationId), eq(partnerRound.id, id));

const isRunOf = (organizationId: string, roundId: string, runId: string) =>
  and(isRound(organizationId, roundId), eq(partnerRound.runId, runId), isNull(partnerRound.endedAt));

const isOpenOf = (organizationId: string, deliveryIds: readonly string[]) =>
  and(
    eq(partnerRound.organizationId, organizationId),
    sql`${partnerRound.deliveryId} = any(${idArray(deliveryIds)})`,
    sql`${partnerRound.endedAt} is null`,
  );

import "server-only";
import { and, desc, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { ROWS_AT_ONCE, untilNone } from "@/db/queries/until-none";
import { partnerConnection } from "@/db/schema/partner-connection";
import type { ConnectionTest } from "@/server/domain/partner/connection";

export type PartnerConnectionRow = typeof partnerConnection.$inferSelect;

/** Puts a connection in the place of the partner's present one; answers with that one's id. The caller holds the partner. */
export async function replaceConnection(
  tx: Tx,
  row: typeof partnerConnection.$inferInsert,
): Promise<string | undefined> {
  const [before] = await tx
    .update(partnerConnection)
    .set({ replacedAt: row.createdAt })
    .where(and(isOf(row.organizationId, row.partnerId), isNull(partnerConnection.replacedAt)))
    .returning({ id: partnerConnection.id });
  await tx.insert(partnerConnection).values(row);
  return before?.id;
}

/** How a partner is reached now (index `partner_connection_current`). */
export async function findConnection(
  tx: Tx,
  organizationId: string,
  partnerId: string,
): Promise<PartnerConnectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(partnerConnection)
    .where(and(isOf(organizationId, partnerId), isNull(partnerConnection.replacedAt)));
  return row;
}

/** To whom and when a partner was last to be mailed manifests, be he reached in another way by now. */
export async function findManifestSettings(tx: Tx, organizationId: string, partnerId: string) {
  const [row] = await tx
    .select({ settings: partnerConnection.settings })
    .from(partnerConnection)
    .where(and(isOf(organizationId, partnerId), eq(partnerConnection.connector, "manifest")))
    .orderBy(desc(partnerConnection.createdAt), desc(partnerConnection.id))
    .limit(1);
  return row?.settings.manifest;
}

/** How every partner is reached now. */
export async function listConnections(tx: Tx, organizationId: string): Promise<PartnerConnectionRow[]> {
  return tx
    .select()
    .from(partnerConnection)
    .where(and(eq(partnerConnection.organizationId, organizationId), isNull(partnerConnection.replacedAt)));
}

/** Until when the secrets of the connection before the present one are taken; null: there are none any more. */
export async function findOverlapEnd(tx: Tx, organizationId: string, partnerId: string, overlapMs: number) {
  const { sealed, replacedAt } = partnerConnection;
  const [row] = await tx
    .select({ replacedAt })
    .from(partnerConnection)
    .where(and(isOf(organizationId, partnerId), isNotNull(sealed), isNotNull(replacedAt)))
    .orderBy(desc(replacedAt))
    .limit(1);
  return row?.replacedAt ? new Date(row.replacedAt.getTime() + overlapMs) : null;
}

/** Says how a connection was when it was tried again. */
export async function updateConnectionTest(tx: Tx, organizationId: string, id: string, test: ConnectionTest) {
  await tx
    .update(partnerConnection)
    .set({ test })
    .where(and(eq(partnerConnection.organizationId, organizationId), eq(partnerConnection.id, id)));
}

/** The sealed secrets by which a partner may sign: its present ones, then those replaced since (index `partner_connection_replaced`). */
export async function listSealedSince(tx: Tx, organizationId: string, partnerId: string, since: Date) {
  const { sealed, replacedAt, createdAt } = partnerConnection;
  const rows = await tx
    .select({ sealed })
    .from(partnerConnection)
    .where(and(isOf(organizationId, partnerId), isNotNull(sealed), or(isNull(replacedAt), gt(replacedAt, since))))
    .orderBy(desc(createdAt))
    .limit(5);
  return rows.flatMap((row) => row.sealed ?? []);
}

/** Forgets secrets that were replaced before then. Outside any tenant. */
export async function forgetReplacedSecrets({ orm }: Database, before: Date): Promise<void> {
  await orm
    .update(partnerConnection)
    .set({ sealed: null })
    .where(and(lt(partnerConnection.replacedAt, before), isNotNull(partnerConnection.sealed)));
}

/** Deletes what was said to partners and by them before then, a bounded number of rows at once. Outside any tenant. */
export function deleteOutlivedExchanges({ raw }: Database, before: Date): Promise<number> {
  return untilNone(
    () => raw`
      delete from partner_exchange where ctid = any(array(
        select ctid from partner_exchange where created_at < ${before} limit ${ROWS_AT_ONCE}))`,
  );
}

const isOf = (organizationId: string, partnerId: string) =>
  and(eq(partnerConnection.organizationId, organizationId), eq(partnerConnection.partnerId, partnerId));

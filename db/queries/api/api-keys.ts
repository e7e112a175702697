import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { apiKey } from "@/db/schema/api-access";
import type { ApiScope } from "@/server/domain/access/api-scopes";

/** What may be shown of a key. */
const SHOWN = {
  id: apiKey.id,
  name: apiKey.name,
  kind: apiKey.kind,
  prefix: apiKey.prefix,
  dialect: apiKey.dialect,
  isClient: apiKey.isClient,
  scopes: apiKey.scopes,
  partnerId: apiKey.partnerId,
  requestsPerMinute: apiKey.requestsPerMinute,
  createdBy: apiKey.createdBy,
  expiresAt: apiKey.expiresAt,
  lastUsedAt: apiKey.lastUsedAt,
  revokedAt: apiKey.revokedAt,
  rotatedAt: apiKey.rotatedAt,
  previousUntil: apiKey.previousUntil,
  createdAt: apiKey.createdAt,
};

/** A key as whoever shows its secret is known by. */
export interface FoundApiKey {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "live" | "sandbox";
  /** Of the secret that was shown: the key's own, or the one it replaced while that is good. */
  readonly secretHash: string;
  readonly dialect: string | null;
  readonly isClient: boolean;
  readonly scopes: readonly ApiScope[];
  /** Whose token it is; null: a program's own key. */
  readonly partnerId: string | null;
  readonly requestsPerMinute: number | null;
  /** Of the key, or of the secret that was shown, whichever is sooner. */
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export async function insertApiKey(tx: Tx, row: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(row);
}

/** All keys of an organization, newest first, without their hashes. */
export async function listApiKeys(tx: Tx, organizationId: string) {
  return tx.select(SHOWN).from(apiKey).where(eq(apiKey.organizationId, organizationId)).orderBy(desc(apiKey.id));
}

/** Shuts a key; false for one that is shut already or is not there. */
export async function revokeApiKey(tx: Tx, organizationId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id });
  return rows.length > 0;
}

/** A key, open or not, held until the transaction ends; undefined for none. */
export async function lockApiKey(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select({ ...SHOWN, secretHash: apiKey.secretHash })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, id)))
    .for("update");
  return row;
}

type Changes = Partial<Pick<typeof apiKey.$inferInsert, "name" | "expiresAt" | "requestsPerMinute">>;
type Secrets = Pick<
  typeof apiKey.$inferInsert,
  "prefix" | "secretHash" | "previousHash" | "previousUntil" | "rotatedAt"
>;

export async function updateApiKey(
  tx: Tx,
  organizationId: string,
  id: string,
  changes: Changes | Secrets,
): Promise<void> {
  await tx
    .update(apiKey)
    .set(changes)
    .where(and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, id)));
}

/** Whether the key behind a hash of its secret has been shut. Outside any tenant: it is what decides the tenant. */
export async function isShutApiKey({ raw }: Database, secretHash: string): Promise<boolean> {
  const [row] = await raw<{ isShut: boolean }[]>`
    select revoked_at is not null as "isShut" from api_key
    where secret_hash = ${secretHash} or previous_hash = ${secretHash}`;
  return row?.isShut ?? false;
}

/**
 * The open keys behind these hashes of their secrets, by hash (indexes `api_key_secret_hash` and `api_key_previous_hash`);
 * whether their time is over is for the caller to see. Outside any tenant: it decides the tenant.
 */
export async function findApiKeysByHash(
  database: Database,
  secretHashes: readonly string[],
): Promise<Map<string, FoundApiKey>> {
  // One statement for any number of hashes, on a connection that keeps it planned. Hashes are hexadecimal.
  const hashes = `{${secretHashes.join(",")}}`;
  const rows = await database.raw<FoundApiKey[]>`
    select organization_id as "organizationId", id, name, kind, shown as "secretHash", dialect, is_client as "isClient", scopes,
      partner_id as "partnerId", requests_per_minute as "requestsPerMinute", ends_at as "expiresAt", last_used_at as "lastUsedAt"
    from (
      select *, secret_hash as shown, expires_at as ends_at from api_key where secret_hash = any(${hashes}::text[])
      union all
      select *, previous_hash, least(expires_at, previous_until) from api_key where previous_hash = any(${hashes}::text[])
    ) found
    where revoked_at is null`;
  return new Map(rows.map((row) => [row.secretHash, row]));
}

/** Notes that keys were in use, at most once a minute each. */
export async function touchApiKey(database: Database, key: FoundApiKey, now: Date): Promise<void> {
  await database.orm
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKey.organizationId, key.organizationId),
        eq(apiKey.id, key.id),
        sql`(last_used_at is null or last_used_at < ${now.toISOString()}::timestamptz - interval '1 minute')`,
      ),
    );
}

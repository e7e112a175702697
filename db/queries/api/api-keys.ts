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
  scopes: apiKey.scopes,
  partnerId: apiKey.partnerId,
  requestsPerMinute: apiKey.requestsPerMinute,
  createdBy: apiKey.createdBy,
  expiresAt: apiKey.expiresAt,
  lastUsedAt: apiKey.lastUsedAt,
  revokedAt: apiKey.revokedAt,
  createdAt: apiKey.createdAt,
};

/** A key as whoever shows its secret is known by. */
export interface FoundApiKey {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly kind: "live" | "sandbox";
  readonly secretHash: string;
  readonly scopes: readonly ApiScope[];
  /** Whose token it is; null: a program's own key. */
  readonly partnerId: string | null;
  readonly requestsPerMinute: number | null;
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

/** True when the organization has such a key, open or not. */
export async function hasApiKey(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, id)));
  return rows.length > 0;
}

/** Whether the key behind a hash of its secret has been shut. Outside any tenant: it is what decides the tenant. */
export async function isShutApiKey({ raw }: Database, secretHash: string): Promise<boolean> {
  const [row] = await raw<{ isShut: boolean }[]>`
    select revoked_at is not null as "isShut" from api_key where secret_hash = ${secretHash}`;
  return row?.isShut ?? false;
}

/**
 * The open keys behind these hashes of their secrets, by hash (index `api_key_secret_hash`); whether their time is over
 * is for the caller to see. Outside any tenant: it decides the tenant.
 */
export async function findApiKeysByHash(
  database: Database,
  secretHashes: readonly string[],
): Promise<Map<string, FoundApiKey>> {
  // One statement for any number of hashes, on a connection that keeps it planned. Hashes are hexadecimal.
  const rows = await database.raw<FoundApiKey[]>`
    select organization_id as "organizationId", id, name, kind, secret_hash as "secretHash", scopes,
      partner_id as "partnerId", requests_per_minute as "requestsPerMinute", expires_at as "expiresAt", last_used_at as "lastUsedAt"
    from api_key
    where secret_hash = any(${`{${secretHashes.join(",")}}`}::text[]) and revoked_at is null`;
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

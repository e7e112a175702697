import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SignedInBy } from "@/server/domain/access/signed-in-by";

/** On which triggers of the database say that a person, or an organization's people, may see something else. */
export const ACCESS_CHANNEL = "dray_access";

export interface MemberSession {
  readonly id: string;
  readonly userId: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** Null: from before it was kept. */
  readonly signedInBy: SignedInBy | null;
  readonly since: Date;
  readonly lastSeenAt: Date;
}

/** Where the organization's members are signed in and working in it, last seen first; of one person, where one is named. */
export async function listMemberSessions(tx: Tx, userId: string | null): Promise<MemberSession[]> {
  const rows = await tx.execute<{
    id: string;
    user_id: string;
    ip_address: string | null;
    user_agent: string | null;
    signed_in_by: SignedInBy | null;
    created_at: string | Date;
    updated_at: string | Date;
  }>(sql`
    select * from tenant_sessions() s
    where ${userId}::uuid is null or s.user_id = ${userId}::uuid
    order by s.updated_at desc`);
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    address: row.ip_address,
    userAgent: row.user_agent,
    signedInBy: row.signed_in_by,
    since: new Date(row.created_at),
    lastSeenAt: new Date(row.updated_at),
  }));
}

/** Ends those of the sessions that are of the organization; how many they were. */
export async function endMemberSessions(tx: Tx, ids: readonly string[]): Promise<number> {
  const list = sql`array[${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`;
  const [row] = await tx.execute<{ ended: number }>(sql`select end_tenant_sessions(${list}) as ended`);
  return row!.ended;
}

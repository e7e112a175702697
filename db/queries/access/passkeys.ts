import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";

export interface OwnPasskey {
  readonly id: string;
  readonly name: string | null;
}

/** What opens a person's account besides his password, oldest first. */
export function listPasskeys({ raw }: Database, userId: string): Promise<OwnPasskey[]> {
  return raw<OwnPasskey[]>`select id, name from passkey where user_id = ${userId} order by created_at, id`;
}

/** Whose passkey a browser shows; undefined where nobody has it. */
export async function findPasskeyByCredential({ raw }: Database, credentialId: string) {
  const [row] = await raw<{ id: string; userId: string }[]>`
    select id, user_id as "userId" from passkey where credential_id = ${credentialId}`;
  return row;
}

export async function markPasskeyUsed({ raw }: Database, id: string, now: Date): Promise<void> {
  await raw`update passkey set last_used_at = ${now} where id = ${id}`;
}

/** Notes that a session has shown this passkey. The first one stays: the session ends with it, whatever was shown later. */
export async function showPasskeyInSession({ raw }: Database, sessionId: string, passkeyId: string): Promise<void> {
  await raw`update session set passkey_id = coalesce(passkey_id, ${passkeyId}) where id = ${sessionId}`;
}

/** Ends where the passkey has opened the account, but for the session that is named. Before the passkey goes. */
export async function endSessionsOfPasskey({ raw }: Database, passkeyId: string, keptId: string): Promise<void> {
  await raw`delete from session where passkey_id = ${passkeyId} and id <> ${keptId}`;
}

/** Ends what was begun by a passkey that is no more, but for the session that is named. */
export async function endSessionsOfGonePasskeys({ raw }: Database, userId: string, keptId: string): Promise<void> {
  await raw`
    delete from session
    where user_id = ${userId} and signed_in_by = 'passkey' and passkey_id is null and id <> ${keptId}`;
}

/** Whether the person could still sign in without a passkey. */
export async function hasPassword({ raw }: Database, userId: string): Promise<boolean> {
  const rows = await raw`select 1 from account where user_id = ${userId} and password is not null limit 1`;
  return rows.length > 0;
}

/** How many passkeys each of the organization's members has; who has none is not named. */
export async function countMemberPasskeys(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<{ user_id: string; passkeys: number }>(sql`select * from tenant_passkeys()`);
  return new Map(rows.map(({ user_id, passkeys }) => [user_id, passkeys]));
}

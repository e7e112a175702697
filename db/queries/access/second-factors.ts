import "server-only";
import type { Database } from "@/db/client";

/** A person's second factor, as it is sealed; undefined without one. */
export async function findSecondFactor({ raw }: Database, userId: string) {
  const [row] = await raw<{ secret: string; backupCodes: string; verified: boolean }[]>`
    select secret, backup_codes as "backupCodes", verified from two_factor where user_id = ${userId}`;
  return row;
}

/** Takes a half minute's code for used; false where it, or a later one, was before. Of two at once one gets it. */
export async function claimStep({ raw }: Database, userId: string, step: number): Promise<boolean> {
  const rows = await raw`
    update two_factor set last_step = ${step} where user_id = ${userId} and last_step < ${step} returning 1`;
  return rows.length > 0;
}

/** Puts the codes that are left, sealed, in the place of those before; false where these are others by now. */
export async function claimBackupCode(
  { raw }: Database,
  userId: string,
  before: string,
  left: string,
): Promise<boolean> {
  const rows = await raw`
    update two_factor set backup_codes = ${left} where user_id = ${userId} and backup_codes = ${before} returning 1`;
  return rows.length > 0;
}

/** Every device that was trusted is asked for the second step again. */
export async function forgetTrustedDevices({ raw }: Database, userId: string): Promise<void> {
  await raw`delete from verification where identifier like 'trust-device-%' and value = ${userId}`;
}

/**
 * What the password before has opened half: devices that are trusted, sign-ins that stand before the second step, links to
 * set another password. None of them is good any more.
 */
export async function shutHalfOpenWays({ raw }: Database, userId: string): Promise<void> {
  await raw`
    delete from verification where value = ${userId}
      and (identifier like 'trust-device-%' or identifier like '2fa-%' or identifier like 'reset-password:%')`;
}

/**
 * What a session lacks whose person belongs to an organization that asks for a second factor: one is `missing` altogether,
 * or he has passkeys and has not `shown` one here; null for nothing.
 */
export async function findLackingFactor({ raw }: Database, sessionId: string): Promise<"missing" | "unshown" | null> {
  const [row] = await raw<{ hasPasskeys: boolean }[]>`
    select exists (select from passkey p where p.user_id = s.user_id) as "hasPasskeys" from session s
    join "user" u on u.id = s.user_id and not u.two_factor_enabled
    where s.id = ${sessionId} and s.passkey_id is null and exists (
      select from member m join organization o on o.id = m.organization_id
      where m.user_id = s.user_id and o.requires_second_factor)`;
  if (!row) return null;
  return row.hasPasskeys ? "unshown" : "missing";
}

import "server-only";
import type { Database } from "@/db/client";

/** Who is signed in by this session, and where he works in it; undefined once it is over. */
export async function findSignedIn({ raw }: Database, sessionId: string | null, now: Date) {
  const [row] = await raw<{ userId: string; activeOrganizationId: string | null; hasSecondFactor: boolean }[]>`
    select s.user_id as "userId", s.active_organization_id as "activeOrganizationId",
      u.two_factor_enabled or s.passkey_id is not null as "hasSecondFactor"
    from session s join "user" u on u.id = s.user_id
    where s.id = ${sessionId} and s.expires_at > ${now}`;
  return row;
}

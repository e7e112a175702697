import "server-only";
import { APIError, getSessionFromCtx } from "better-auth/api";
import type { Database } from "@/db/client";
import { hasRoleOf } from "@/db/queries/access/has-role";
import { OUTSIDE_ROLES } from "@/server/domain/access/permissions";

/** What every account may do about organizations; the rest would show a partner's person who works here. */
const OPEN: readonly string[] = [
  "accept-invitation",
  "check-slug",
  "create",
  "get-active-member",
  "get-active-member-role",
  "get-invitation",
  "leave",
  "list",
  "list-user-invitations",
  "reject-invitation",
  "set-active",
].map((name) => `/organization/${name}`);

type Call = Parameters<typeof getSessionFromCtx>[0];

/**
 * Partners' people and drivers belong to an organization without seeing who else does: of the ways to ask about one only
 * those stay open that are about themselves. Whoever is only an outsider anywhere is refused the others everywhere.
 */
export async function keepOutsidersOut(database: Database, call: Call): Promise<void> {
  if (!call.path.startsWith("/organization/") || OPEN.includes(call.path)) return;
  const session = await getSessionFromCtx(call);
  if (!session) return;
  const named = call.body?.organizationId ?? call.query?.organizationId;
  const organizationId = typeof named === "string" ? named : (session.session.activeOrganizationId ?? null);
  if (await hasRoleOf(database, session.user.id, OUTSIDE_ROLES, isSlugAsked(call) ? null : organizationId)) {
    throw new APIError("FORBIDDEN", { code: "OUTSIDER", message: "You see your own work only." });
  }
}

function isSlugAsked(call: Call): boolean {
  return Boolean(call.query?.organizationSlug ?? call.body?.organizationSlug);
}

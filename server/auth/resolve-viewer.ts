import "server-only";
import type { Database } from "@/db/client";
import { findMembership, type Membership } from "@/db/queries/access/find-membership";
import type { Actor } from "@/server/domain/access/actor";
import { isRole, type Permission, permissionsOf, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import type { Auth } from "./auth";

/** A signed-in person, in the organization they are working in. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
  readonly permissions: readonly Permission[];
}

/** Who sent these headers; null without a live session or without any organization. */
export async function resolveViewer(auth: Auth, database: Database, headers: Headers): Promise<Viewer | null> {
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const membership = await findMembership(database, session.user.id, session.session.activeOrganizationId ?? null);
  if (!membership) return null;
  return viewerOf(session.user, membership);
}

/** A person as a member: what his role may do is looked up with each request. */
export function viewerOf(
  { id, name, email }: { readonly id: string; readonly name: string; readonly email: string },
  { customPermissions, ...member }: Membership,
): Viewer {
  // A role that is built in is that role, whatever an organization may have called one of its own.
  const permissions = isRole(member.role)
    ? permissionsOf(member.role)
    : permissionsOfCustomRole(customPermissions ?? []);
  return { userId: id, name, email, ...member, permissions };
}

/** The viewer as the services know whoever acts. */
export function viewerActor(viewer: Viewer): Actor {
  return {
    kind: "user",
    id: viewer.userId,
    label: viewer.name,
    organizationId: viewer.organizationId,
    permissions: new Set(viewer.permissions),
  };
}

import "server-only";
import type { Database } from "@/db/client";
import { findMembership } from "@/db/queries/access/find-membership";
import type { Actor } from "@/server/domain/access/actor";
import { permissionsOf } from "@/server/domain/access/permissions";
import type { Auth } from "./auth";

/** A signed-in person, in the organization they are working in. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
}

/** Who sent these headers; null without a live session or without any organization. */
export async function resolveViewer(auth: Auth, database: Database, headers: Headers): Promise<Viewer | null> {
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const membership = await findMembership(database, session.user.id, session.session.activeOrganizationId ?? null);
  if (!membership) return null;
  return { userId: session.user.id, name: session.user.name, email: session.user.email, ...membership };
}

/** The viewer as the services know whoever acts. */
export function viewerActor(viewer: Viewer): Actor {
  return {
    kind: "user",
    id: viewer.userId,
    label: viewer.name,
    organizationId: viewer.organizationId,
    permissions: new Set(permissionsOf(viewer.role)),
  };
}

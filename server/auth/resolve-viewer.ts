import "server-only";
import type { Database } from "@/db/client";
import { findMembership, type Membership } from "@/db/queries/access/find-membership";
import { listPasskeys } from "@/db/queries/access/passkeys";
import type { Actor } from "@/server/domain/access/actor";
import { type Access, accessOf } from "@/server/domain/access/member-scope";
import type { Auth } from "./auth";

/** A signed-in person, in the organization they are working in. */
export interface Viewer extends Access {
  readonly userId: string;
  /** The sign-in they are here by. */
  readonly sessionId?: string;
  readonly name: string;
  readonly email: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
  /** By the account's own codes, or by a passkey that this session has shown. */
  readonly hasShownFactor?: boolean;
  /** His organization asks for a second factor he has not set up: until then he may nothing but keep his preferences. */
  readonly lacksSecondFactor?: boolean;
  /** He lacks it in this session alone: he has passkeys, and has shown none. */
  readonly mayShowPasskey?: boolean;
}

/** Who sent these headers; null without a live session or without any organization. */
export async function resolveViewer(auth: Auth, database: Database, headers: Headers): Promise<Viewer | null> {
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const membership = await findMembership(database, session.user.id, session.session.activeOrganizationId ?? null);
  if (!membership) return null;
  const { user, session: entered } = session;
  const hasShownFactor = Boolean(user.twoFactorEnabled || entered.passkeyId);
  const viewer = { ...viewerOf(user, membership), sessionId: entered.id, ...(hasShownFactor && { hasShownFactor }) };
  if (hasShownFactor || !membership.requiresSecondFactor) return viewer;
  // Pages are written in the language somebody has chosen, also those that lead to setting one up.
  const permissions = viewer.permissions.filter((permission) => permission === "preference.own");
  const mayShowPasskey = (await listPasskeys(database, user.id)).length > 0;
  return { ...viewer, permissions, lacksSecondFactor: true, mayShowPasskey };
}

/** A person as a member: what his role may do is looked up with each request. */
export function viewerOf(
  { id, name, email }: { readonly id: string; readonly name: string; readonly email: string },
  { customPermissions, scope, requiresSecondFactor: _, ...member }: Membership,
): Viewer {
  return { userId: id, name, email, ...member, ...accessOf(member.role, customPermissions, scope) };
}

/** The viewer as the services know whoever acts. */
export function viewerActor(viewer: Viewer): Actor {
  const { sessionId, hasShownFactor, reach, partnerId, driverId } = viewer;
  return {
    kind: "user",
    id: viewer.userId,
    label: viewer.name,
    organizationId: viewer.organizationId,
    permissions: new Set(viewer.permissions),
    ...(sessionId && { sessionId }),
    ...(hasShownFactor && { hasShownFactor }),
    ...(reach && { reach }),
    ...(partnerId && { partnerId }),
    ...(driverId && { driverId }),
  };
}

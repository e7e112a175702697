import "server-only";
import { APIError, getSessionFromCtx } from "better-auth/api";
import type { Tx } from "@/db/client";
import {
  answerInvitation,
  findInvitingOrganization,
  type InvitationRow,
  insertMember,
  lockOpenInvitations,
} from "@/db/queries/access/invitations";
import { lockMember, putMemberScope } from "@/db/queries/access/member-scopes";
import { lockOwners } from "@/db/queries/access/members";
import { appendEvents } from "@/db/queries/event/append-events";
import { withTenant } from "@/db/with-tenant";
import { mayInvite } from "@/server/domain/access/may-invite";
import { mayBeLimited, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { isId } from "@/server/domain/ids";
import { rolePermissions } from "@/server/services/member/open-member";
import type { AuthSettings } from "./auth-settings";
import type { AuthCall } from "./guard-hooks";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Makes a member of whoever is signed in and was invited: role, what they are let in to, the invitation's end and the log
 * in one transaction, so that there is no moment in which they may or see anything else. The role is what it is now; an
 * invitation that its maker could not give any more is none. The organization becomes the one they work in.
 */
export async function acceptInvitation(settings: AuthSettings, call: AuthCall) {
  const session = await getSessionFromCtx(call);
  if (!session) throw new APIError("UNAUTHORIZED", { message: "Please sign in." });
  const member = await join(settings, String(call.body?.invitationId ?? ""), session.user);
  const { token } = session.session;
  await call.context.internalAdapter.updateSession(token, { activeOrganizationId: member.organizationId });
  return call.json({ member });
}

async function join({ database, ids, clock }: AuthSettings, id: string, person: Person) {
  const organizationId = isId(id) && (await findInvitingOrganization(database, id));
  if (!organizationId) throw gone();
  return withTenant(database, organizationId, async (tx) => {
    const now = clock.now();
    // Whoever changes who may what here waits, and so do two answers at once.
    await lockOwners(tx, organizationId);
    const [invitation] = await lockOpenInvitations(tx, organizationId, { id });
    if (!invitation || invitation.expiresAt <= now) throw gone();
    if (invitation.email.toLowerCase() !== person.email.toLowerCase()) {
      const message = "You are not the recipient of the invitation";
      throw new APIError("FORBIDDEN", { code: "YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION", message });
    }
    if (await lockMember(tx, organizationId, person.id)) {
      const message = "You are a member of this organization already";
      throw new APIError("BAD_REQUEST", { code: "USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION", message });
    }
    await checkStillGood(tx, invitation);
    const role = invitation.role ?? "";
    const member = { id: ids.newId(), organizationId, userId: person.id, role, createdAt: now };
    const whose = { organizationId, userId: person.id, updatedAt: now };
    await putMemberScope(tx, whose, isWhole(invitation) ? null : invitation.scope);
    await insertMember(tx, member);
    await answerInvitation(tx, organizationId, id, "accepted");
    const actor = { kind: "user" as const, id: person.id, label: person.name, organizationId, permissions: NOTHING };
    const after = { name: person.name, role };
    await appendEvents(tx, actor, ids.newId(), now, [
      { type: "member.joined", entity: "member", entityId: member.id, after },
    ]);
    return member;
  });
}

const NOTHING = new Set<never>();

/** Roles change, are deleted and made anew, and who has invited may have left: only what could be given now is. */
async function checkStillGood(tx: Tx, { organizationId, inviterId, role: given, scope }: InvitationRow): Promise<void> {
  const role = given ?? "";
  const permissions = await rolePermissions(tx, organizationId, role);
  const inviter = await lockMember(tx, organizationId, inviterId);
  if (!inviter) throw gone();
  const own = await rolePermissions(tx, organizationId, inviter.role);
  if (!mayInvite({ role: inviter.role, permissions: own }, { role, permissions })) throw gone();
  const isLimited = Boolean(scope && scope.projectIds.length + scope.depotIds.length > 0);
  if (isLimited && !mayBeLimited(permissions)) throw gone();
}

function isWhole({ scope }: InvitationRow): boolean {
  return !scope || JSON.stringify(scope) === JSON.stringify(WHOLE_SCOPE);
}

function gone(): APIError {
  return new APIError("BAD_REQUEST", { code: "INVITATION_NOT_FOUND", message: "Invitation not found" });
}

import "server-only";
import { z } from "zod";
import { countOpenInvitations, insertInvitation, isMemberByEmail } from "@/db/queries/access/invitations";
import { type MemberScope, memberScopeSchema, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { changed, command } from "../kernel/command";
import { noSuch, ServiceError } from "../kernel/service-error";
import { checkScope } from "./check-scope";
import { invitationLink } from "./invitation-link";
import { holdOwners, refuseRoleBeyond } from "./open-member";
import { withdrawInvitations } from "./withdraw-invitations";

/** For how long an invitation is good. */
export const INVITATION_DAYS = 7;
const MOST_OPEN = 200;

/**
 * Invites somebody by e-mail into a role, built in or the organization's own, and to what they are let in to there. Nobody
 * invites into a role that may more than himself, owners are invited by owners. An open invitation of the same address
 * gives way. Returns the link that is mailed, to be handed over where no mail leaves the machine.
 */
export const inviteMember = command({
  permission: "members.manage",
  input: z.object({
    email: z.email().max(254).toLowerCase(),
    role: z.string().min(1).max(40),
    /** Null: everything the role may see. */
    scope: memberScopeSchema.nullable().default(null),
  }),
  run: async (scope, { email, role, scope: asked }) => {
    const { tx, actor, now, baseUrl, newId, tokenFor, enqueue } = scope;
    const { organizationId } = actor;
    const isByOwner = await holdOwners(scope);
    if ((await refuseRoleBeyond(scope, role, isByOwner)).length === 0) throw noSuch("role");
    const letIn = await checkScope(tx, organizationId, role, asked ?? WHOLE_SCOPE);
    if (await isMemberByEmail(tx, organizationId, email)) {
      throw new ServiceError("conflict", "This person is a member already.", { reason: "member-already" });
    }
    const withdrawn = await withdrawInvitations(scope, { email }, isByOwner);
    if ((await countOpenInvitations(tx, organizationId, now)) >= MOST_OPEN) {
      throw new ServiceError("refused", "There are too many open invitations.", { reason: "invitations-spent" });
    }
    const id = newId();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3600 * 1000);
    const times = { createdAt: now, expiresAt };
    const row = { id, organizationId, email, role, scope: letIn, inviterId: personOf(actor), status: "pending" };
    await insertInvitation(tx, { ...row, ...times });
    await enqueue("send-invitation", { invitationId: id });
    const link = invitationLink(baseUrl, id, { tokenFor });
    return changed({ id, email, role, expiresAt, link }, [
      ...withdrawn,
      { type: "member.invited", entity: "member", entityId: id, after: { name: email, role, ...limitsOf(letIn) } },
    ]);
  },
});

/** Invitations are people's: what they give is looked at once more when they are accepted. */
function personOf({ kind, id }: { readonly kind: string; readonly id: string | null }): string {
  if (kind === "user" && id) return id;
  throw new ServiceError("forbidden", "Only people invite people.", { reason: "people-invite" });
}

/** What the log says of limits: nothing where there are none. */
function limitsOf({ projectIds, depotIds, partnerId, driverId }: MemberScope) {
  return {
    ...(projectIds.length > 0 && { projectIds }),
    ...(depotIds.length > 0 && { depotIds }),
    ...(partnerId && { partnerId }),
    ...(driverId && { driverId }),
  };
}

import "server-only";
import { z } from "zod";
import { updateMemberRole } from "@/db/queries/access/members";
import { changed, command, unchanged } from "../kernel/command";
import { noSuch } from "../kernel/service-error";
import { openMember, refuseRoleBeyond } from "./open-member";
import { withdrawUnfounded } from "./withdraw-invitations";

/**
 * Gives a member another role, built in or the organization's own. Nobody gives one that may more than himself, owners
 * are made and unmade by owners, and nobody changes his own. Invitations he could not make any more are withdrawn.
 */
export const changeMemberRole = command({
  permission: "members.manage",
  input: z.object({ memberId: z.uuid(), role: z.string().min(1).max(40) }),
  run: async (scope, { memberId, role }) => {
    const { tx, actor } = scope;
    const { member, isByOwner } = await openMember(scope, memberId);
    if (member.role === role) return unchanged({ id: memberId });
    const permissions = await refuseRoleBeyond(scope, role, isByOwner);
    if (permissions.length === 0) throw noSuch("role");
    const withdrawn = await withdrawUnfounded(scope, member.userId, { role, permissions });
    await updateMemberRole(tx, actor.organizationId, memberId, role);
    return changed({ id: memberId }, [
      {
        type: "member.role-changed",
        entity: "member",
        entityId: memberId,
        before: { role: member.role },
        after: { role },
        data: { name: member.name },
      },
      ...withdrawn,
    ]);
  },
});

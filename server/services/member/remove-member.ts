import "server-only";
import { z } from "zod";
import { putMemberScope } from "@/db/queries/access/member-scopes";
import { endMemberSessions, listMemberSessions } from "@/db/queries/access/member-sessions";
import { deleteMember } from "@/db/queries/access/members";
import { changed, command } from "../kernel/command";
import { openMember } from "./open-member";
import { withdrawUnfounded } from "./withdraw-invitations";

/** Takes a member out of the organization and signs him out where he works in it: at once, on every device. Whom he has invited cannot come in any more. */
export const removeMember = command({
  permission: "members.manage",
  input: z.object({ memberId: z.uuid() }),
  run: async (scope, { memberId }) => {
    const { tx, actor, now: updatedAt } = scope;
    const { member } = await openMember(scope, memberId);
    const sessions = await listMemberSessions(tx, member.userId);
    if (sessions.length > 0)
      await endMemberSessions(
        tx,
        sessions.map(({ id }) => id),
      );
    const withdrawn = await withdrawUnfounded(scope, member.userId, null);
    await putMemberScope(tx, { organizationId: actor.organizationId, userId: member.userId, updatedAt }, null);
    await deleteMember(tx, actor.organizationId, memberId);
    const before = { name: member.name, email: member.email, role: member.role };
    return changed({ id: memberId }, [
      { type: "member.removed", entity: "member", entityId: memberId, before },
      ...withdrawn,
    ]);
  },
});

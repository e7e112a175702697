import "server-only";
import { z } from "zod";
import { listMemberSessions } from "@/db/queries/access/member-sessions";
import { requiresSecondFactor, selectMembers } from "@/db/queries/access/members";
import { countMemberPasskeys } from "@/db/queries/access/passkeys";
import { query } from "../kernel/query";

/**
 * Who works in the organization. How they sign in, and when they were last seen here, is for those who let people in;
 * null for everyone else.
 */
export const listMembers = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const members = await selectMembers(tx, actor.organizationId);
    const mayManage = actor.permissions.has("members.manage");
    const sessions = mayManage ? await listMemberSessions(tx, null) : [];
    const passkeys = mayManage ? await countMemberPasskeys(tx) : new Map<string, number>();
    return {
      requiresSecondFactor: await requiresSecondFactor(tx, actor.organizationId),
      members: members.map(({ hasSecondFactor, ...member }) => {
        const own = sessions.filter(({ userId }) => userId === member.userId);
        const keys = passkeys.get(member.userId) ?? 0;
        const seen = { devices: own.length, lastSeenAt: own[0]?.lastSeenAt ?? null };
        return { ...member, access: mayManage ? { hasSecondFactor, passkeys: keys, ...seen } : null };
      }),
    };
  },
});

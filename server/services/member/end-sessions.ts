import "server-only";
import { z } from "zod";
import { endMemberSessions, listMemberSessions } from "@/db/queries/access/member-sessions";
import { changed, command, unchanged } from "../kernel/command";
import { openMember } from "./open-member";

/** Signs a member out on one device, or (null) wherever he works in this organization; other organizations' stay. */
export const endSessions = command({
  permission: "members.manage",
  input: z.object({ memberId: z.uuid(), sessionId: z.uuid().nullable() }),
  run: async (scope, { memberId, sessionId }) => {
    const { member } = await openMember(scope, memberId);
    const sessions = await listMemberSessions(scope.tx, member.userId);
    const ids = sessions.filter(({ id }) => sessionId === null || id === sessionId).map(({ id }) => id);
    const ended = ids.length > 0 ? await endMemberSessions(scope.tx, ids) : 0;
    if (ended === 0) return unchanged({ ended });
    const data = { name: member.name, devices: ended };
    return changed({ ended }, [{ type: "member.sessions-ended", entity: "member", entityId: memberId, data }]);
  },
});

import "server-only";
import { z } from "zod";
import { listMemberSessions } from "@/db/queries/access/member-sessions";
import { findMember } from "@/db/queries/access/members";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { refuseAboveOneself } from "./open-member";

/** Where a member is signed in and working in this organization, last seen first: for whoever could end that. */
export const listSessions = query({
  permission: "members.manage",
  input: z.object({ memberId: z.uuid() }),
  run: async ({ tx, actor }, { memberId }) => {
    const member = found(await findMember(tx, actor.organizationId, memberId), "person");
    await refuseAboveOneself({ tx, actor }, member);
    const sessions = await listMemberSessions(tx, member.userId);
    return sessions.map(({ userId: _, ...session }) => session);
  },
});

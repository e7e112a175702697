import "server-only";
import { z } from "zod";
import { listOpenInvitations } from "@/db/queries/access/invitations";
import { query } from "../kernel/query";

/** Who is invited and has not answered yet, into which role and to what; also those whose link is over. */
export const listInvitations = query({
  permission: "members.manage",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const rows = await listOpenInvitations(tx, actor.organizationId);
    return rows.map(({ id, email, role, scope, expiresAt }) => ({ id, email, role: role ?? "", scope, expiresAt }));
  },
});

import "server-only";
import { z } from "zod";
import { findOrganization } from "@/db/queries/organization/find-organization";
import { query } from "../kernel/query";

/** The asker's own organization: what people call it, and its unique short name. */
export const readOrganization = query({
  permission: "order.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const row = await findOrganization(tx, actor.organizationId);
    if (!row) throw new Error(`organization ${actor.organizationId} is gone`);
    return row;
  },
});

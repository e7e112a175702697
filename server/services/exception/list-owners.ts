import "server-only";
import { z } from "zod";
import { listMembers } from "@/db/queries/exception/exceptions";
import { query } from "../kernel/query";

/** Who an exception may be given to: the organization's members, by name. */
export const listOwners = query({
  permission: "plan.read",
  input: z.object({}),
  run: async ({ tx, actor }) => listMembers(tx, actor.organizationId),
});

import "server-only";
import { z } from "zod";
import { listMembers } from "@/db/queries/exception/exceptions";
import { query } from "../kernel/query";

/** Who an exception may be given to: the organization's members, by name. */
export const listOwners = query({
  permission: "plan.read",
  input: z.object({}),
  run: async ({ tx, actor }) =>
    (await listMembers(tx, actor.organizationId)).map((person) => ({
      ...person,
      isYou: actor.kind === "user" && person.id === actor.id,
    })),
});

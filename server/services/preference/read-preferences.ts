import "server-only";
import { z } from "zod";
import { findHomeCustoms, findMemberPreferences } from "@/db/queries/preference/member-preferences";
import { storedPreferences } from "@/server/domain/preference/preferences";
import { query } from "../kernel/query";

/** How the asking member likes to see the desk, and the customs that "auto" follows. */
export const readPreferences = query({
  permission: "preference.own",
  input: z.object({}).prefault({}),
  run: async ({ tx, actor }) => {
    const stored = actor.id && (await findMemberPreferences(tx, actor.organizationId, actor.id));
    const customs = await findHomeCustoms(tx, actor.organizationId);
    return { preferences: storedPreferences.parse(stored || {}), ...customs };
  },
});

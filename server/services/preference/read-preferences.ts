import "server-only";
import { z } from "zod";
import { findHomeCountry, findMemberPreferences } from "@/db/queries/preference/member-preferences";
import { storedPreferences } from "@/server/domain/preference/preferences";
import { query } from "../kernel/query";

/** How the asking member likes to see the desk, and the country whose customs "auto" follows. */
export const readPreferences = query({
  permission: "preference.own",
  input: z.object({}).prefault({}),
  run: async ({ tx, actor }) => {
    const stored = actor.id && (await findMemberPreferences(tx, actor.organizationId, actor.id));
    const country = await findHomeCountry(tx, actor.organizationId);
    return { preferences: storedPreferences.parse(stored || {}), country };
  },
});

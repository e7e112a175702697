import "server-only";
import { z } from "zod";
import { findProfile, updateProfile } from "@/db/queries/organization/organization-profile";
import { changed, command, unchanged } from "../kernel/command";

/** Takes the logo away; pages and mails show the name alone from then on. */
export const removeLogo = command({
  permission: "settings.write",
  input: z.object({}),
  run: async ({ tx, actor: { organizationId }, now }) => {
    const row = await findProfile(tx, organizationId);
    if (!row?.logo) return unchanged({});
    await updateProfile(tx, organizationId, { logo: null, logoToken: null, updatedAt: now });
    return changed({}, [
      {
        type: "organization.logo-changed",
        entity: "organization",
        entityId: organizationId,
        before: { logo: row.logo },
        after: { logo: null },
      },
    ]);
  },
});

import "server-only";
import { z } from "zod";
import { findOrganization } from "@/db/queries/organization/find-organization";
import { findProfile } from "@/db/queries/organization/organization-profile";
import { query } from "../kernel/query";

/** How the asker's organization presents itself, and when that was last saved. */
export const readOrganizationProfile = query({
  permission: "order.read",
  input: z.object({}).prefault({}),
  run: async ({ tx, actor: { organizationId } }) => {
    const { name } = (await findOrganization(tx, organizationId))!;
    const row = await findProfile(tx, organizationId);
    return {
      name,
      language: row?.language ?? null,
      brandColor: row?.brandColor ?? null,
      logoToken: row?.logoToken ?? null,
      changedAt: row?.changedAt?.toISOString() ?? null,
    };
  },
});

import "server-only";
import { z } from "zod";
import { findOrganization } from "@/db/queries/organization/find-organization";
import {
  findProfile,
  makeProfile,
  putProfile,
  renameOrganization,
} from "@/db/queries/organization/organization-profile";
import { brandColorSchema } from "@/server/domain/brand/brand-color";
import { sameJson } from "@/server/domain/order/merge-draft";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** What an organization is called, the language its people are written in, and its colour, in place of those of `seenAt`. */
export const saveOrganizationProfile = command({
  permission: "settings.write",
  input: z.object({
    profile: z.object({
      name: z.string().trim().min(1).max(120),
      language: z.enum(LANGUAGES).nullable(),
      brandColor: brandColorSchema.nullable(),
    }),
    seenAt: seenAtSchema,
  }),
  run: async ({ tx, actor: { organizationId }, now }, { profile, seenAt }) => {
    await makeProfile(tx, organizationId, now);
    const row = (await findProfile(tx, organizationId))!;
    const { name } = (await findOrganization(tx, organizationId))!;
    const before = { name, language: row.language, brandColor: row.brandColor };
    if (sameJson(before, profile)) return unchanged({ changedAt: row.changedAt?.toISOString() ?? null });
    const { language, brandColor } = profile;
    const set = { language, brandColor, changedAt: now, updatedAt: now };
    if (!(await putProfile(tx, organizationId, set, seenDate(seenAt)))) throw changedMeanwhile();
    await renameOrganization(tx, organizationId, profile.name);
    return changed({ changedAt: now.toISOString() as string | null }, [
      { type: "organization.changed", entity: "organization", entityId: organizationId, before, after: profile },
    ]);
  },
});

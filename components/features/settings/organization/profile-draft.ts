import { z } from "zod";
import { brandColorSchema } from "@/server/domain/brand/brand-color";
import { LANGUAGES } from "@/server/domain/preference/preferences";

/** The organization's profile while it is edited; an empty colour is none. */
export const profileDraftSchema = z.object({
  name: z.string().trim().min(1).max(120),
  language: z.enum(LANGUAGES).nullable(),
  brandColor: z.union([z.string().trim().length(0), brandColorSchema]),
});
export type ProfileDraft = z.infer<typeof profileDraftSchema>;

/** The profile to save. */
export function profileOf({ brandColor, ...draft }: ProfileDraft) {
  return { ...draft, brandColor: brandColor === "" ? null : brandColor };
}

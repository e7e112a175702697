import "server-only";
import { lockMemberPreferences, updateMemberPreferences } from "@/db/queries/preference/member-preferences";
import {
  DEFAULT_PREFERENCES,
  mergePreferences,
  preferencesPatch,
  storedPreferences,
} from "@/server/domain/preference/preferences";
import { changedQuietly, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";

/** Changes some of the asking member's own preferences; gives all of them back. */
export const savePreferences = command({
  permission: "preference.own",
  input: preferencesPatch,
  run: async ({ tx, actor, now }, patch) => {
    if (actor.kind !== "user" || !actor.id)
      throw new ServiceError("forbidden", "Only people have preferences.", { reason: "people-only" });
    const own = { organizationId: actor.organizationId, userId: actor.id, updatedAt: now };
    const stored = await lockMemberPreferences(tx, { ...own, preferences: DEFAULT_PREFERENCES });
    const preferences = mergePreferences(storedPreferences.parse(stored), patch);
    await updateMemberPreferences(tx, { ...own, preferences });
    return changedQuietly(preferences);
  },
});

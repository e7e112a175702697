import "server-only";
import { z } from "zod";
import { deleteTemplate, listOwnTemplates } from "@/db/queries/notification/notification-settings";
import { NOTIFICATION_TRIGGERS } from "@/server/domain/notification/notification-policy";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile } from "../kernel/seen-at";

/** Gives up the organization's own wording of a message in one language: ours is sent from then on. */
export const resetTemplate = command({
  permission: "settings.write",
  input: z.object({ trigger: z.enum(NOTIFICATION_TRIGGERS), language: z.enum(LANGUAGES), seenAt: z.iso.datetime() }),
  run: async ({ tx, actor: { organizationId } }, { trigger, language, seenAt }) => {
    const own = await listOwnTemplates(tx, organizationId);
    const before = own.find((each) => each.language === language && each.trigger === trigger);
    if (!before) return unchanged({ trigger, language });
    const isGone = await deleteTemplate(tx, { organizationId, trigger, language }, new Date(seenAt));
    if (!isGone) throw changedMeanwhile();
    const { subject, email, sms } = before;
    return changed({ trigger, language }, [
      {
        type: "organization.notification-changed",
        entity: "organization",
        entityId: organizationId,
        data: { trigger, language },
        before: { subject, email, sms },
      },
    ]);
  },
});

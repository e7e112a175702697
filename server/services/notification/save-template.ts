import "server-only";
import { z } from "zod";
import { listOwnTemplates, putTemplate } from "@/db/queries/notification/notification-settings";
import { soundTemplateSchema } from "@/server/domain/notification/template-form";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";

/** Words a message to customers in one language; refused where anything in it would not be understood when it is sent. */
export const saveTemplate = command({
  permission: "settings.write",
  input: z.object({ language: z.enum(LANGUAGES), template: soundTemplateSchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { language, template, seenAt }) => {
    const { trigger, subject, email, sms } = template;
    const own = await listOwnTemplates(tx, organizationId);
    const before = own.find((each) => each.language === language && each.trigger === trigger);
    const isSame = before?.subject === subject && before.email === email && before.sms === sms;
    if (isSame) return unchanged({ changedAt: before.updatedAt.toISOString() });
    const row = { organizationId, language, ...template, updatedAt: now };
    if (!(await putTemplate(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    return changed({ changedAt: now.toISOString() }, [
      {
        type: "organization.notification-changed",
        entity: "organization",
        entityId: organizationId,
        data: { trigger, language },
        ...(before && { before: { subject: before.subject, email: before.email, sms: before.sms } }),
        after: { subject, email, sms },
      },
    ]);
  },
});

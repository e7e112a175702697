import "server-only";
import { z } from "zod";
import { listOwnTemplates } from "@/db/queries/notification/notification-settings";
import { NOTIFICATION_TRIGGERS } from "@/server/domain/notification/notification-policy";
import { notificationWords } from "@/server/domain/notification/notification-words";
import type { NotificationTemplate } from "@/server/domain/notification/template-form";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";
import { query } from "../kernel/query";

/** A message as it is sent now. */
export interface ListedTemplate extends NotificationTemplate {
  readonly language: Language;
  /** When the organization worded it itself; null: it is ours. */
  readonly changedAt: string | null;
}

/** Every message in every language: the organization's own wording, ours where it has none. */
export const listTemplates = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }): Promise<ListedTemplate[]> => {
    const own = await listOwnTemplates(tx, actor.organizationId);
    return LANGUAGES.flatMap((language) =>
      NOTIFICATION_TRIGGERS.map((trigger) => {
        const worded = own.find((each) => each.language === language && each.trigger === trigger);
        const { subject, email, sms } = worded ?? notificationWords(language).templates[trigger];
        return { trigger, language, subject, email, sms, changedAt: worded?.updatedAt.toISOString() ?? null };
      }),
    );
  },
});

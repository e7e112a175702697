import type { Language } from "@/server/domain/preference/preferences";
import { type EmailLogo, emailContent } from "./email-html";
import type { NotificationChannel } from "./notification-policy";
import { notificationWords } from "./notification-words";
import { renderTemplate, type TemplateValues } from "./render-template";
import type { NotificationTemplate } from "./template-form";

/** A message as the outbox keeps it; what a channel does not have is empty. */
export interface ComposedNotification {
  readonly subject: string;
  readonly body: string;
  /** An e-mail's body as HTML, to be put into `emailDocument`. */
  readonly html: string;
}

/** Writes one message to a customer; an e-mail ends by saying why it came and how to make it stop. */
export function composeNotification(
  { trigger, subject, email, sms }: NotificationTemplate,
  language: Language,
  channel: NotificationChannel,
  values: TemplateValues,
  logo: EmailLogo | null = null,
): ComposedNotification {
  if (channel === "sms") return { subject: "", body: renderTemplate(sms, trigger, values, "sms"), html: "" };
  const { because, choose } = notificationWords(language).footer;
  const reason = because(values.sender);
  const chooseAt = `${values.link}/messages`;
  const text = renderTemplate(email, trigger, values, "text").trimEnd();
  return {
    subject: renderTemplate(subject, trigger, values, "subject"),
    body: `${text}\n\n-- \n${reason}\n${choose}:\n${chooseAt}\n`,
    html: emailContent({
      language,
      sender: values.sender,
      logo,
      body: renderTemplate(email, trigger, values, "html"),
      because: reason,
      choose,
      chooseAt,
    }),
  };
}

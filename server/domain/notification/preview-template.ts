import type { Language } from "@/server/domain/preference/preferences";
import type { TemplateIssue } from "./message-template";
import { notificationWords } from "./notification-words";
import { renderTemplate, type TemplateValues } from "./render-template";
import { type SmsSize, smsSize } from "./sms-segments";
import { type NotificationTemplate, type TemplateField, templateIssues } from "./template-form";

/** A template as its customers would get it, with what is wrong with it. */
export interface TemplatePreview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sms: string;
  readonly smsSize: SmsSize;
  readonly issues: Readonly<Record<TemplateField, readonly TemplateIssue[]>>;
}

/** Renders a template with sample values, or with those of a real delivery. */
export function previewTemplate(
  template: NotificationTemplate,
  language: Language,
  values: TemplateValues = notificationWords(language).sample,
): TemplatePreview {
  const { trigger, subject, email, sms } = template;
  const message = renderTemplate(sms, trigger, values, "sms");
  return {
    subject: renderTemplate(subject, trigger, values, "subject"),
    text: renderTemplate(email, trigger, values, "text"),
    html: renderTemplate(email, trigger, values, "html"),
    sms: message,
    smsSize: smsSize(message),
    issues: {
      subject: templateIssues("subject", subject, trigger),
      email: templateIssues("email", email, trigger),
      sms: templateIssues("sms", sms, trigger),
    },
  };
}

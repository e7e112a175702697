import { z } from "zod";
import { parseTemplate, type TemplateIssue } from "./message-template";
import { NOTIFICATION_TRIGGERS, type NotificationTrigger } from "./notification-policy";

/** The parts of a message a template has, and how long each may be. */
export const TEMPLATE_FIELDS = { subject: 150, email: 5000, sms: 480 } as const;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;

/** A trigger's message in one language, as an organization words it. */
export const notificationTemplateSchema = z.object({
  trigger: z.enum(NOTIFICATION_TRIGGERS),
  subject: z.string().max(10_000),
  email: z.string().max(10_000),
  sms: z.string().max(10_000),
});
export type NotificationTemplate = z.output<typeof notificationTemplateSchema>;

/** What is wrong with one field of a template, by position; it is not saved until nothing is. */
export function templateIssues(field: TemplateField, text: string, trigger: NotificationTrigger): TemplateIssue[] {
  const most = TEMPLATE_FIELDS[field];
  const issues = [...parseTemplate(text, trigger).issues];
  if (text.trim() === "") issues.push({ code: "empty", at: 0, length: text.length });
  if (text.length > most) issues.push({ code: "too-long", at: most, length: text.length - most });
  const breakAt = field === "subject" ? text.search(/[\r\n]/) : -1;
  if (breakAt >= 0) issues.push({ code: "line-break", at: breakAt, length: 1 });
  return issues.sort((a, b) => a.at - b.at);
}

/** A template in which nothing is wrong; each issue names its field, what it is, and where. */
export const soundTemplateSchema = notificationTemplateSchema.superRefine((template, context) => {
  for (const field of Object.keys(TEMPLATE_FIELDS) as TemplateField[]) {
    for (const { code, at } of templateIssues(field, template[field], template.trigger)) {
      context.addIssue({ code: "custom", path: [field], message: `${code} at ${at}` });
    }
  }
});

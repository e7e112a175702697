import { type Placeholder, parseTemplate } from "./message-template";
import type { NotificationTrigger } from "./notification-policy";

/** What is put in; an empty value leaves no double space behind. */
export type TemplateValues = Readonly<Record<Placeholder, string>>;

/** How a text travels: as an e-mail's subject, its plain text or its HTML, or as a text message. */
export type TextForm = "subject" | "text" | "html" | "sms";

/** Everything that ends or bends a line: control characters, and those that turn the reading direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
const BENDING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A template with its values, safe for where it goes: a value is one line and never markup, a link in HTML is an anchor
 * if it is one of the web, and a subject cannot begin another header. Issues of the template stay in it as text.
 */
export function renderTemplate(
  template: string,
  trigger: NotificationTrigger,
  values: TemplateValues,
  form: TextForm,
): string {
  const { parts } = parseTemplate(template, trigger);
  let rendered = "";
  let isAfterNothing = false;
  for (const part of parts) {
    const text = part.kind === "text" ? part.text : oneLine(values[part.name]);
    if (part.kind === "placeholder" && text === "") {
      isAfterNothing = true;
      continue;
    }
    if (isAfterNothing && /^[\s.,;:!?]/.test(text)) rendered = rendered.replace(/ $/, "");
    isAfterNothing = false;
    rendered += part.kind === "placeholder" && part.name === "link" ? link(text, form) : escapeFor(text, form);
  }
  if (isAfterNothing) rendered = rendered.trimEnd();
  return form === "subject" || form === "sms" ? rendered.trim() : rendered;
}

function escapeFor(text: string, form: TextForm): string {
  if (form === "subject") return oneLine(text, false);
  if (form !== "html") return text;
  return escapeHtml(text).replace(/\r?\n/g, "<br>\n");
}

/** Text as it stands in HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign]!);
}

function link(text: string, form: TextForm): string {
  if (form !== "html" || !/^https?:\/\//.test(text)) return escapeFor(text, form);
  const address = escapeHtml(text);
  return `<a href="${address}">${address}</a>`;
}

function oneLine(text: string, isTrimmed = true): string {
  const line = text.replace(BENDING, " ");
  return isTrimmed ? line.replace(/ {2,}/g, " ").trim() : line;
}

import type { Language } from "@/server/domain/preference/preferences";
import type { NotificationChannel, NotificationTrigger } from "./notification-policy";
import type { TemplateValues } from "./render-template";
import type { NotificationTemplate } from "./template-form";
import { words as en } from "./words/en";
import { words as es } from "./words/es";

/** What customers are written where an organization has not worded it itself. */
export interface NotificationWords {
  readonly templates: Readonly<Record<NotificationTrigger, Omit<NotificationTemplate, "trigger">>>;
  /** Below every e-mail: why it came, and where to choose otherwise. */
  readonly footer: { readonly because: (sender: string) => string; readonly choose: string };
  /** The page on which a customer chooses by what he is written; addresses come masked. */
  readonly choices: {
    readonly title: (sender: string) => string;
    readonly written: Readonly<Record<NotificationChannel, (address: string) => string>>;
    readonly stopped: Readonly<Record<NotificationChannel, (address: string) => string>>;
    readonly stop: Readonly<Record<NotificationChannel, string>>;
    readonly resume: Readonly<Record<NotificationChannel, string>>;
    readonly open: string;
    readonly back: string;
  };
  /** Believable values for a preview. */
  readonly sample: TemplateValues;
}

const WORDS: Readonly<Record<Language, NotificationWords>> = { en, es };

/** The words of a language. */
export function notificationWords(language: Language): NotificationWords {
  return WORDS[language];
}

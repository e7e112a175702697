import type { NotificationPreference } from "@/server/domain/notification/notification-policy";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { foldText } from "./fold-text";

// English, German, French, Spanish, Danish, folded: no signs, no accents.
const SYNONYMS: Readonly<Record<NotificationPreference, readonly string[]>> = {
  dont_notify: [
    ...["dont notify", "do not notify", "don t notify", "none", "no", "never", "off", "false", "nein", "keine", "non"],
    ...["aucune", "ninguna", "ninguno", "no avisar", "nej", "ingen"],
  ],
  email: ["email", "e mail", "mail", "correo", "correo electronico", "courriel"],
  sms: ["sms", "text", "text message", "textmessage", "telefon", "phone"],
  both: [
    "both",
    "all",
    "yes",
    "true",
    "on",
    "email sms",
    "sms email",
    "email and sms",
    "beide",
    "ja",
    "les deux",
    "oui",
  ].concat(["ambos", "si", "begge", "email y sms"]),
};
const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([preference, words]) =>
    words.map((word) => [word, preference as NotificationPreference] as const),
  ),
);

/** How a customer is to be written, in English, German, French, Spanish or Danish. */
export function parseCellNotification(text: string): CellResult<NotificationPreference> {
  const preference = BY_WORD.get(foldText(text.replaceAll("_", " ")));
  if (preference) return accepted(preference);
  const message = `${quoted(text)} does not say how to notify. Use dont_notify, email, sms or both.`;
  return refused("unknown_notification", message);
}

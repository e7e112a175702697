import { type MessageReader, messageReaderOf } from "@/server/domain/message/message-reader";
import type { Language } from "@/server/domain/preference/preferences";

/** How a customer is written: in the language his browser asks for, else in his project's. */
export function trackingReader(
  { country, projectLanguage }: { readonly country: string; readonly projectLanguage: Language | null },
  asked: Language | null,
): MessageReader {
  return messageReaderOf(country, asked ?? projectLanguage);
}

import { type MessageReader, messageReaderOf } from "@/server/domain/message/message-reader";
import type { Language } from "@/server/domain/preference/preferences";

/** How a customer is written: in the language his browser asks for, else in his country's. */
export function trackingReader(country: string, language: Language | null): MessageReader {
  return language ? { language, locale: `${language}-${country}` } : messageReaderOf(country);
}

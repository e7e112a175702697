import { type Reader, readerOf } from "@/components/lib/words/reader";
import { createWords, type Words } from "@/components/lib/words/words";
import type { Namespace } from "@/components/messages/catalogue";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import type { DayClock } from "@/server/domain/time/plain-clock";

/** An area's texts for a test: British English with 24 hours and kilometres unless said otherwise; `day`: as on its board. */
export function wordsFor<N extends Namespace>(namespace: N, reader: Partial<Reader> = {}, day?: DayClock): Words<N> {
  const whole = {
    ...readerOf(DEFAULT_PREFERENCES, { acceptLanguage: "en-GB", country: "DK", units: "local", language: null }),
    ...reader,
  };
  return createWords(namespace, compileMessages(whole.language, [namespace])[namespace]!, whole, day);
}

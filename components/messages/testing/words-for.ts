import { type Reader, readerOf } from "@/components/lib/words/reader";
import { createWords, type Words } from "@/components/lib/words/words";
import type { Namespace } from "@/components/messages/catalogue";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";

/** An area's texts for a test: British English with 24 hours and kilometres unless said otherwise. */
export function wordsFor<N extends Namespace>(namespace: N, reader: Partial<Reader> = {}): Words<N> {
  const whole = { ...readerOf(DEFAULT_PREFERENCES, { acceptLanguage: "en-GB", country: "DK" }), ...reader };
  return createWords(namespace, compileMessages(whole.language, [namespace])[namespace]!, whole);
}

import type { ReactNode } from "react";
import { type Reader, readerOf } from "@/components/lib/words/reader";
import { createWords, type Words } from "@/components/lib/words/words";
import { MessagesProvider } from "@/components/lib/words/words-context";
import type { Namespace } from "@/components/messages/catalogue";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { pageReader } from "@/server/main/reader";

/** For whom this request's page is written. */
export async function currentReader(): Promise<Reader> {
  const { preferences, ...customs } = await pageReader();
  return readerOf(preferences ?? DEFAULT_PREFERENCES, customs);
}

/** Brings the texts of these areas to the browser, in the reader's language only. */
export async function PageWords({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const { language } = await currentReader();
  return <MessagesProvider messages={compileMessages(language, of)}>{children}</MessagesProvider>;
}

/** An area's texts for what is rendered on the server only: titles, route sheets, pages not found. */
export async function pageWords<N extends Namespace>(namespace: N): Promise<Words<N>> {
  const reader = await currentReader();
  return createWords(namespace, compileMessages(reader.language, [namespace])[namespace]!, reader);
}

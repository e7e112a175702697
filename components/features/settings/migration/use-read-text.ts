"use client";
import { useCallback } from "react";
import { sayRefusal } from "@/components/lib/say-refusal";
import { useWords } from "@/components/lib/words/words-context";
import { decodeText, UndecodableText } from "@/server/domain/intake/decode-text";
import { MOST_EXPORT_CHARACTERS } from "@/server/domain/migration/export-limit";

export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** No encoding takes more bytes for a character. */
const MOST_BYTES = MOST_EXPORT_CHARACTERS * 4;

/** Reads a file's text in whatever encoding spreadsheets save, as the import of orders does; or says why it cannot. */
export function useReadText(): (file: File) => Promise<ReadText> {
  const t = useWords("settingsMoving");
  const refusals = useWords("refusals");
  return useCallback(
    async (file) => {
      if (file.size > MOST_BYTES) return { ok: false, message: t("tooLong", { most: MOST_EXPORT_CHARACTERS }) };
      try {
        return { ok: true, text: decodeText(new Uint8Array(await file.arrayBuffer())).text };
      } catch (error) {
        if (!(error instanceof UndecodableText)) return { ok: false, message: t("notOpened") };
        return { ok: false, message: sayRefusal(refusals, { message: error.message, details: { ...error.why } }) };
      }
    },
    [t, refusals],
  );
}

"use client";
import { useEffect, useRef, useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { uploadFile } from "@/components/lib/upload-file";
import { useWords } from "@/components/lib/words/words-context";

type Received = { importId: string; rows: number; isRemembered: boolean };

export type ReadingOptions = { sheet: string; encoding: string; delimiter: string };
export const AS_GUESSED: ReadingOptions = { sheet: "", encoding: "", delimiter: "" };

export type UploadState =
  | { step: "idle" }
  | { step: "sending"; file: File; share: number }
  | { step: "refused"; file: File; refusal: Refusal };

/** Sends an order file and tells how far it is; a refusal stays until the next file. */
export function useOrderUpload(projectId: string, onReceived: (importId: string) => void) {
  const t = useWords("refusals");
  const [state, setState] = useState<UploadState>({ step: "idle" });
  const upload = useRef<AbortController>(undefined);
  useEffect(() => () => upload.current?.abort(), []);

  async function send(file: File, options: ReadingOptions) {
    upload.current?.abort();
    const query = new URLSearchParams({ projectId });
    for (const [name, value] of Object.entries(options)) if (value) query.set(name, value);
    setState({ step: "sending", file, share: 0 });
    const current = new AbortController();
    upload.current = current;
    const answer = await uploadFile<Received>(t, `/api/uploads/orders?${query}`, file, {
      signal: current.signal,
      onProgress: ({ share }) => setState((before) => (before.step === "sending" ? { ...before, share } : before)),
    });
    if (upload.current !== current) return;
    if (answer.ok) onReceived(answer.result.importId);
    else if (current.signal.aborted) setState({ step: "idle" });
    else setState({ step: "refused", file, refusal: answer.refusal });
  }

  return { state, send, cancel: () => upload.current?.abort(), dismiss: () => setState({ step: "idle" }) };
}

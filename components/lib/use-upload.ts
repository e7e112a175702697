"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { Refusal } from "./refusal";
import { uploadFile } from "./upload-file";

export type UploadState<Result> =
  | { readonly phase: "idle" }
  | { readonly phase: "sending"; readonly fileName: string; readonly share: number }
  | { readonly phase: "done"; readonly fileName: string; readonly result: Result }
  | { readonly phase: "refused"; readonly fileName: string; readonly refusal: Refusal };

/** One file on its way, from choosing it to what the server made of it. Leaving the screen does not call it back. */
export function useUpload<Result>() {
  const t = useWords("refusals");
  const [state, setState] = useState<UploadState<Result>>({ phase: "idle" });
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const send = useCallback(
    async (path: string, file: File): Promise<Result | null> => {
      const fileName = file.name;
      const show = (next: UploadState<Result>) => !isGone.current && setState(next);
      show({ phase: "sending", fileName, share: 0 });
      const onProgress = ({ share }: { share: number }) => show({ phase: "sending", fileName, share });
      const outcome = await uploadFile<Result>(t, path, file, { onProgress });
      if (!outcome.ok) {
        show({ phase: "refused", fileName, refusal: outcome.refusal });
        return null;
      }
      show({ phase: "done", fileName, result: outcome.result });
      return outcome.result;
    },
    [t],
  );
  const reset = useCallback(() => setState({ phase: "idle" }), []);
  return { state, send, reset };
}

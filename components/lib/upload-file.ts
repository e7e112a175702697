import type { Words } from "@/components/lib/words/words";
import type { Refusal } from "./refusal";
import { sayRefusal } from "./say-refusal";

export interface UploadProgress {
  /** 0 … 1 of the file's bytes; 1 while the server reads it. */
  readonly share: number;
}

export type UploadOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Sends one file, as the body, and tells how much of it has gone. Never rejects. (fetch cannot tell the progress of what
 * it sends.)
 */
export function uploadFile<Result>(
  t: Words<"refusals">,
  path: string,
  file: File,
  { onProgress, signal }: { onProgress?: (progress: UploadProgress) => void; signal?: AbortSignal } = {},
): Promise<UploadOutcome<Result>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () =>
      resolve({
        ok: false,
        refusal: { code: "network", message: t("fileUnreachable"), details: {}, correlationId: null },
      });
    request.open("POST", path);
    request.responseType = "json";
    // What the file calls itself is a guess of the operating system's; the server looks inside.
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress?.({ share: total > 0 ? loaded / total : 0 }),
    );
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300 && request.response) {
        resolve({ ok: true, result: request.response as Result });
      } else resolve({ ok: false, refusal: refusalOfAnswer(t, request.response) });
    });
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusalOfAnswer(t: Words<"refusals">, answer: unknown): Refusal {
  const error = (answer as { error?: Partial<Refusal> } | null)?.error;
  const { code = "internal", message = "", details = {}, correlationId = null } = error ?? {};
  const said = code === "internal" ? t("fileFault") : sayRefusal(t, { message, details });
  return { code, message: said, details, correlationId };
}

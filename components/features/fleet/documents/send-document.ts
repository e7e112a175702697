import type { Refusal } from "@/components/lib/refusal";
import type { RouterOutput } from "@/components/lib/router-types";
import { sayRefusal } from "@/components/lib/say-refusal";
import type { Words } from "@/components/lib/words/words";

type Given = RouterOutput["fleet"]["requestDocument"];

/** Sends a document's bytes to the address given out for them; null when they have come, else why not. */
export async function sendDocument(t: Words<"refusals">, given: Given, file: File): Promise<Refusal | null> {
  const unreachable = { code: "network" as const, message: t("fileUnreachable"), details: {}, correlationId: null };
  try {
    const answer = await fetch(given.url, { method: "PUT", headers: given.headers, body: file });
    if (answer.ok) return null;
    const { error } = (await answer.json().catch(() => ({}))) as { error?: Partial<Refusal> };
    const { message = "", details = {}, correlationId = null } = error ?? {};
    return { code: "invalid", message: sayRefusal(t, { message, details }), details, correlationId };
  } catch {
    return unreachable;
  }
}

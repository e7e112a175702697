import { TRPCClientError } from "@trpc/client";
import type { Words } from "@/components/lib/words/words";
import type { AppRouter } from "@/server/trpc/root";
import { sayRefusal } from "./say-refusal";

export interface Refusal {
  /** The services' closed code, `internal` for our own faults, `network` when nothing came back. */
  readonly code: string;
  /** For people, in the reader's language. */
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly correlationId: string | null;
}

/** What a failed call means for the person who made it. */
export function refusalOf(t: Words<"refusals">, error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) {
    return { code: "internal", message: t("pageFault"), details: {}, correlationId: null };
  }
  const data = (error as TRPCClientError<AppRouter>).data;
  if (!data) return { code: "network", message: t("unreachable"), details: {}, correlationId: null };
  const { code = "internal", details = {}, correlationId = null } = data.refusal ?? {};
  const message = code === "internal" ? t("serverFault") : sayRefusal(t, { message: error.message, details });
  return { code, message, details, correlationId };
}

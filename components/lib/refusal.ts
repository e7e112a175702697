import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/root";

export interface Refusal {
  /** The services' closed code, `internal` for our own faults, `network` when nothing came back. */
  readonly code: string;
  /** For people. */
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly correlationId: string | null;
}

/** What a failed call means for the person who made it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof TRPCClientError) {
    const data = (error as TRPCClientError<AppRouter>).data;
    if (!data) {
      const message = "The server cannot be reached. Your change was not saved; try again.";
      return { code: "network", message, details: {}, correlationId: null };
    }
    const wire = data.refusal;
    return {
      code: wire?.code ?? "internal",
      message: error.message,
      details: wire?.details ?? {},
      correlationId: wire?.correlationId ?? null,
    };
  }
  return { code: "internal", message: "Something went wrong in this page.", details: {}, correlationId: null };
}

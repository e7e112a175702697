import "server-only";
import { TRPCError } from "@trpc/server";
import { ServiceError, type ServiceErrorCode } from "@/server/services/kernel/service-error";

/** What a browser learns of a refusal. */
export interface WireError {
  readonly code: ServiceErrorCode | "internal";
  readonly details: Readonly<Record<string, unknown>>;
  /** To be quoted when asking for help. */
  readonly correlationId: string;
}

const CODES: Readonly<Record<ServiceErrorCode, TRPCError["code"]>> = {
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  stale: "PRECONDITION_FAILED",
  refused: "UNPROCESSABLE_CONTENT",
  "too-large": "PAYLOAD_TOO_LARGE",
  "rate-limited": "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** The services' refusal as tRPC's; anything else becomes a 500 that names only the correlation id. */
export function toTrpcError(error: TRPCError, correlationId: string): TRPCError {
  const cause = error.cause;
  if (cause instanceof ServiceError) {
    return withWire(new TRPCError({ code: CODES[cause.code], message: cause.message, cause }), {
      code: cause.code,
      details: cause.details,
      correlationId,
    });
  }
  if (error.code === "INTERNAL_SERVER_ERROR") {
    const message = `Something went wrong on our side. Nothing was changed. (${correlationId})`;
    return withWire(new TRPCError({ code: "INTERNAL_SERVER_ERROR", message, cause }), {
      code: "internal",
      details: {},
      correlationId,
    });
  }
  return error;
}

/** For what happens before any procedure: the services' refusal as tRPC's. */
export async function orTrpcError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause;
    throw new TRPCError({ code: CODES[cause.code], message: cause.message, cause });
  }
}

function withWire(error: TRPCError, wire: WireError): TRPCError {
  return Object.assign(error, { wire });
}

import "server-only";
import { ServiceError, type ServiceErrorCode } from "@/server/services/kernel/service-error";

/** What HTTP itself can be wrong about, before any use case is asked. Closed, as the services' codes are. */
export type ApiRefusalCode =
  | "no-such-endpoint"
  | "method-not-allowed"
  | "media-type"
  /** Not JSON, or a value of the wrong JSON type. */
  | "malformed"
  /** Well-formed, but not a value that can be meant. */
  | "meaningless"
  | "scope"
  /** Known, but not by a kind of token that is taken here. */
  | "credential"
  | "tenant-mismatch"
  | "name-reused"
  /** Done, but nobody can say any more what was answered. */
  | "answer-lost"
  | "under-way"
  | "too-many-at-once";

/** Everything an endpoint may say no with: each dialect maps every code to its own answer. */
export type RefusalCode = ServiceErrorCode | ApiRefusalCode;

/** A refusal of the transport's own. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";

  constructor(
    readonly code:
      | ApiRefusalCode
      | Extract<ServiceErrorCode, "unauthenticated" | "not-found" | "rate-limited" | "too-large" | "stale">,
    message: string,
    /** Safe to show. */
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** An error as the refusal it is; undefined for one that is our own fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof ApiRefusal) return error;
  if (!(error instanceof ServiceError)) return undefined;
  const { code, message, details } = error;
  return { code, message, details, headers: {} };
}

import "server-only";
import { z } from "zod";
import type { Refusal, RefusalCode } from "@/server/api/kernel/api-refusal";

/** The codes of gRPC, with the status under which a gateway says each. */
const CODES = {
  INVALID_ARGUMENT: [3, 400],
  NOT_FOUND: [5, 404],
  PERMISSION_DENIED: [7, 403],
  RESOURCE_EXHAUSTED: [8, 429],
  FAILED_PRECONDITION: [9, 400],
  ABORTED: [10, 409],
  UNIMPLEMENTED: [12, 405],
  INTERNAL: [13, 500],
  UNAVAILABLE: [14, 503],
  UNAUTHENTICATED: [16, 401],
} as const;
type GrpcCode = keyof typeof CODES;

const CODE_OF: Readonly<Record<RefusalCode, GrpcCode>> = {
  malformed: "INVALID_ARGUMENT",
  meaningless: "INVALID_ARGUMENT",
  invalid: "INVALID_ARGUMENT",
  "media-type": "INVALID_ARGUMENT",
  "too-large": "INVALID_ARGUMENT",
  unauthenticated: "UNAUTHENTICATED",
  forbidden: "PERMISSION_DENIED",
  scope: "PERMISSION_DENIED",
  credential: "PERMISSION_DENIED",
  "tenant-mismatch": "PERMISSION_DENIED",
  "not-found": "NOT_FOUND",
  "no-such-endpoint": "NOT_FOUND",
  "method-not-allowed": "UNIMPLEMENTED",
  refused: "FAILED_PRECONDITION",
  "name-reused": "FAILED_PRECONDITION",
  conflict: "ABORTED",
  stale: "ABORTED",
  "answer-lost": "ABORTED",
  "under-way": "ABORTED",
  "rate-limited": "RESOURCE_EXHAUSTED",
  "too-many-at-once": "RESOURCE_EXHAUSTED",
  unavailable: "UNAVAILABLE",
};

export const errorSchema = z
  .object({
    code: z.int().describe("The gRPC code: 3 INVALID_ARGUMENT, 5 NOT_FOUND, 16 UNAUTHENTICATED …"),
    message: z.string().describe("English, for logs."),
    details: z.array(z.looseObject({ "@type": z.string() })),
  })
  .meta({ id: "Status" });

/** A refusal as a gRPC gateway says it: `{ code, message, details }`, with the fields at fault as `BadRequest`. */
export function refuse({ code, message, details }: Refusal): Response {
  const violations = Array.isArray(details.issues) ? details.issues.map(violationOf) : [];
  const { reason } = details;
  return status(CODE_OF[code], message, [
    ...(violations.length > 0 ? [{ "@type": `${RPC}BadRequest`, fieldViolations: violations }] : []),
    ...(typeof reason === "string" ? [{ "@type": `${RPC}ErrorInfo`, reason: grpcWord(reason), domain: "dray" }] : []),
  ]);
}

/** Our own fault, of which nothing is told but the name under which we find it. */
export function fail(correlationId: string): Response {
  return status("INTERNAL", "internal", [{ "@type": `${RPC}RequestInfo`, requestId: correlationId }]);
}

const RPC = "type.googleapis.com/google.rpc.";

function status(name: GrpcCode, message: string, details: readonly object[]): Response {
  const [code, httpStatus] = CODES[name];
  return Response.json({ code, message, details }, { status: httpStatus });
}

function violationOf(issue: { readonly path?: unknown; readonly message?: unknown }) {
  return { field: String(issue.path ?? ""), description: String(issue.message ?? "") };
}

const grpcWord = (reason: string) => reason.replaceAll(/[^A-Za-z]+/g, "_").toUpperCase();

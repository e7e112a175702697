import "server-only";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ServiceError, type ServiceErrorCode } from "@/server/services/kernel/service-error";

const STATUSES: Readonly<Record<ServiceErrorCode, ContentfulStatusCode>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 400,
  conflict: 409,
  stale: 412,
  refused: 422,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
};

/** A services' refusal as JSON: `{ error: { code, message, details } }`. Anything else is thrown on. */
export function refusalResponse(error: unknown): Response {
  if (!(error instanceof ServiceError)) throw error;
  const { code, message, details } = error;
  const status = details.reason === "content_type" ? 415 : STATUSES[code];
  return Response.json({ error: { code, message, details } }, { status });
}

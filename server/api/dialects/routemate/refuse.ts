import "server-only";
import type { Refusal, RefusalCode } from "@/server/api/kernel/api-refusal";

/** The document knows 400, 401, 403, 404, 405, 429 and 500. */
const STATUSES: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  meaningless: 400,
  invalid: 400,
  conflict: 400,
  refused: 400,
  stale: 400,
  "too-large": 400,
  "media-type": 400,
  "name-reused": 400,
  "answer-lost": 400,
  unauthenticated: 401,
  credential: 403,
  scope: 403,
  forbidden: 403,
  "tenant-mismatch": 403,
  "not-found": 404,
  "no-such-endpoint": 404,
  "method-not-allowed": 405,
  "rate-limited": 429,
  "too-many-at-once": 429,
  "under-way": 429,
  unavailable: 500,
};

/** What the document says in one sentence. */
const SENTENCES: Readonly<Partial<Record<RefusalCode, string>>> = {
  unauthenticated: "Invalid or expired access token",
  credential: "This credential may not be used here",
  scope: "The integration may not do this",
  forbidden: "The integration may not do this",
  "tenant-mismatch": "The integration is of another organization",
  "not-found": "Job not found",
  "no-such-endpoint": "Endpoint not found",
  "method-not-allowed": "Method not allowed",
  "rate-limited": "Rate limit exceeded",
  "too-many-at-once": "Rate limit exceeded",
  "under-way": "A request with this Idempotency-Key is being processed",
  unavailable: "Temporarily unavailable",
};

/** A refusal as `{ error: "…" }`, or of what was sent as `{ error: { code, messages } }`. */
export function refuse(refusal: Refusal): Response {
  const { code, message, details, headers } = refusal;
  const status = STATUSES[code];
  if (status === 400) {
    return Response.json({ error: { code: "VALIDATION_ERROR", messages: messagesOf(refusal) } }, { status });
  }
  const error = typeof details.said === "string" ? details.said : (SENTENCES[code] ?? message);
  if (details.what === "webhook") return Response.json({ error: "Webhook not found" }, { status });
  if (status !== 429) return Response.json({ error }, { status });
  const wait = Number(details.retry_after_seconds ?? headers["retry-after"] ?? 1);
  return Response.json({ error, retry_after_seconds: wait }, { status });
}

/** Our own fault. */
export function fail(): Response {
  return Response.json({ error: "Internal server error" }, { status: 500 });
}

/** "stops[0].address is required": one sentence per field. */
function messagesOf({ message, details }: Refusal): string[] {
  if (!Array.isArray(details.issues)) return [message];
  const issues = details.issues as readonly {
    readonly in?: string;
    readonly path?: string;
    readonly message: string;
  }[];
  return issues.map(({ in: part, path = "", message: said }) => {
    if (path !== "") return `${bracketed(path)} ${said}`;
    return part === "body" ? `body ${said}` : said;
  });
}

function bracketed(path: string): string {
  return path.replace(/\.(\d+)(?=\.|$)/g, "[$1]");
}

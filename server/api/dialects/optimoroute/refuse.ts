import "server-only";
import type { Refusal, RefusalCode } from "@/server/api/kernel/api-refusal";
import { failure, type GeneralCode } from "./wire/answer";

/** HTTP says the request was understood; whether it was done is in the body (`success`), as this vendor has it. */
const UNDERSTOOD = 200;

const WORDS: Readonly<Record<RefusalCode, readonly [status: number, code: GeneralCode]>> = {
  malformed: [400, "MALFORMED_REQUEST"],
  unauthenticated: [401, "AUTH_KEY_MISSING"],
  forbidden: [403, "AUTH_KEY_UNKNOWN"],
  scope: [403, "AUTH_KEY_UNKNOWN"],
  credential: [403, "AUTH_KEY_UNKNOWN"],
  "tenant-mismatch": [403, "AUTH_KEY_UNKNOWN"],
  "not-found": [404, "MALFORMED_REQUEST"],
  "no-such-endpoint": [404, "MALFORMED_REQUEST"],
  "method-not-allowed": [405, "MALFORMED_REQUEST"],
  conflict: [UNDERSTOOD, "ERR_INVALID_PARAM_FORMAT"],
  refused: [UNDERSTOOD, "ERR_INVALID_PARAM_FORMAT"],
  stale: [UNDERSTOOD, "ERR_INVALID_PARAM_FORMAT"],
  invalid: [UNDERSTOOD, "ERR_INVALID_PARAM_FORMAT"],
  meaningless: [UNDERSTOOD, "ERR_INVALID_PARAM_FORMAT"],
  "name-reused": [409, "MALFORMED_REQUEST"],
  "answer-lost": [409, "MALFORMED_REQUEST"],
  "under-way": [409, "MALFORMED_REQUEST"],
  "too-large": [413, "MALFORMED_REQUEST"],
  "media-type": [415, "MALFORMED_REQUEST"],
  "rate-limited": [429, "ERR_TOO_MANY_CONNECTIONS"],
  "too-many-at-once": [429, "ERR_TOO_MANY_CONNECTIONS"],
  unavailable: [503, "ERR_INTERNAL"],
};

/** A refusal as `{ success: false, code, message }`. */
export function refuse(refusal: Refusal): Response {
  const [status, code] = wordsOf(refusal);
  return Response.json(failure(code, refusal.message), { status });
}

/** Our own fault, of which nothing is told but the name under which we find it. */
export function fail(correlationId: string): Response {
  return Response.json(failure("ERR_INTERNAL", `Something went wrong on our side (${correlationId}).`), {
    status: 500,
  });
}

function wordsOf({ code, details, headers }: Refusal): readonly [number, GeneralCode] {
  if (code === "unauthenticated") {
    return [401, headers["www-authenticate"]?.includes("invalid_token") ? "AUTH_KEY_UNKNOWN" : "AUTH_KEY_MISSING"];
  }
  const issue = firstIssue(details);
  if (!issue) return WORDS[code];
  // Of a body that is no object there is no field to name.
  if (issue.path === "" && !isMissing(issue)) return WORDS.malformed;
  return [UNDERSTOOD, isMissing(issue) ? "ERR_MISSING_MAND_FIELD" : "ERR_INVALID_PARAM_FORMAT"];
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

function firstIssue({ issues }: Refusal["details"]): Issue | undefined {
  return Array.isArray(issues) ? (issues as Issue[])[0] : undefined;
}

/** True for what a schema says of a field that is not there. */
export function isMissing({ message }: Pick<Issue, "message">): boolean {
  return message.endsWith("received undefined") || message.endsWith("is missing");
}

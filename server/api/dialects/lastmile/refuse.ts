import "server-only";
import { z } from "zod";
import type { Refusal, RefusalCode } from "@/server/api/kernel/api-refusal";
import { inWireWords } from "./map/own-values";

const STATUSES: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  scope: 403,
  credential: 403,
  "tenant-mismatch": 403,
  "not-found": 404,
  "no-such-endpoint": 404,
  "method-not-allowed": 405,
  conflict: 409,
  refused: 409,
  "name-reused": 409,
  "answer-lost": 409,
  "under-way": 409,
  stale: 412,
  "too-large": 413,
  "media-type": 415,
  invalid: 422,
  meaningless: 422,
  "rate-limited": 429,
  "too-many-at-once": 429,
  unavailable: 503,
};

/** Refusals of the core that are about what was sent, not about what is there. */
const STATUS_OF_REASON: Readonly<Record<string, number>> = { "no-such-page": 400, invalid: 422, "past-day": 422 };

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().describe("Closed and stable, for programs."),
      message: z.string().describe("English, for logs."),
      details: z.record(z.string(), z.unknown()).optional(),
      correlation_id: z.string(),
    }),
  })
  .meta({ id: "Error" });

/** A refusal as `{ error: { code, message, details?, correlation_id } }`. */
export function refuse({ code, message, details }: Refusal, correlationId: string): Response {
  const { reason } = details;
  const status = (typeof reason === "string" && STATUS_OF_REASON[reason]) || STATUSES[code];
  return Response.json(
    {
      error: {
        code: code.replaceAll("-", "_"),
        message: inWireWords(message),
        ...(Object.keys(details).length > 0 && { details: namingFields(details) }),
        correlation_id: correlationId,
      },
    },
    { status },
  );
}

/** What is wrong, by this API's names of the fields. */
function namingFields(details: Refusal["details"]): Refusal["details"] {
  const { success, data } = issuesSchema.safeParse(details.issues);
  return success ? { ...details, issues: data.map((each) => ({ ...each, path: inWireWords(each.path) })) } : details;
}

const issuesSchema = z.array(z.looseObject({ path: z.string() }));

/** Our own fault, of which nothing is told but the name under which we find it. */
export function fail(correlationId: string): Response {
  const message = "Something went wrong on our side.";
  return Response.json({ error: { code: "internal", message, correlation_id: correlationId } }, { status: 500 });
}

import "server-only";
import { z } from "zod";
import type { Refusal, RefusalCode } from "@/server/api/kernel/api-refusal";
import type { NoSuch } from "@/server/domain/refusal/desk-reasons";

const STATUSES: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  meaningless: 400,
  invalid: 400,
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
  stale: 409,
  "name-reused": 409,
  "answer-lost": 409,
  "under-way": 409,
  "too-large": 413,
  "media-type": 415,
  "rate-limited": 429,
  "too-many-at-once": 429,
  unavailable: 503,
};

/** What a refusal is of that says no more by itself. */
const IDS: Readonly<Record<RefusalCode, string>> = {
  malformed: "highway.request.error.validation",
  meaningless: "highway.request.error.validation",
  invalid: "highway.request.error.validation",
  unauthenticated: "highway.auth.error.invalid_private_key",
  forbidden: "highway.auth.error.forbidden",
  scope: "highway.auth.error.forbidden",
  credential: "highway.auth.error.forbidden",
  "tenant-mismatch": "highway.auth.error.forbidden",
  "not-found": "highway.request.error.not_found",
  "no-such-endpoint": "highway.request.error.no_such_endpoint",
  "method-not-allowed": "highway.request.error.method_not_allowed",
  conflict: "highway.request.error.conflict",
  refused: "highway.request.error.conflict",
  stale: "highway.request.error.conflict",
  "name-reused": "highway.request.error.conflict",
  "answer-lost": "highway.request.error.conflict",
  "under-way": "highway.request.error.conflict",
  "too-large": "highway.request.error.too_large",
  "media-type": "highway.request.error.media_type",
  "rate-limited": "",
  "too-many-at-once": "",
  unavailable: "highway.request.error.unavailable",
};

/** What the core has none of, in this vendor's words; the rest is said in general. */
const CONTEXTS: Readonly<Partial<Record<NoSuch, string>>> = {
  plan: "plan",
  project: "project",
  route: "route",
  stop: "stop",
  delivery: "stop",
  vehicle: "vehicle",
  driver: "vehicle",
  webhook: "webhook",
  proof: "report",
};

/** Refusals of the core that have a name of their own here. */
const IDS_OF_REASON: Readonly<Record<string, string>> = {
  "optimizer-busy": "highway.optimization.error.sync_optimization_already_progress",
  "route-locked": "highway.route.error.locked",
  "visit-not-found": "highway.route.error.foreign_stop",
  "not-of-routes": "highway.route.error.foreign_stop",
  "route-begun": "highway.route.error.already_started",
  finished: "highway.route.error.finished",
  "route-finished": "highway.route.error.finished",
  empty: "highway.route.error.no_stops",
  "stop-made": "highway.stop.error.terminal_state",
  closed: "highway.stop.error.terminal_state",
  dispatched: "highway.stop.error.already_dispatched",
  exists: "highway.request.error.already_exists",
  "no-drivers": "highway.route.error.vehicle_unavailable",
  "webhooks-spent": "highway.webhook.error.limit_reached",
  "address-closed": "highway.webhook.error.invalid_url",
};

/** Fields whose fault has a name of its own, by their place in the request; in this order. */
const IDS_OF_FIELD: readonly (readonly [RegExp, string])[] = [
  [/custom_?fields(\.|$)/i, "highway.stop.error.custom_fields_invalid"],
  [/(^|\.)phone$/, "highway.stop.error.phone_invalid"],
  [/contact\.phone$/, "highway.stop.error.phone_invalid"],
  [/(^|\.)email$/, "highway.stop.error.email_invalid"],
  [/(^|\.)(location|position)(\.|$)/, "highway.geocoding.error.wrong_lat_lng"],
  [/(^|\.)(time_windows|windows)(\.|$)/, "highway.stop.error.time_windows_invalid"],
];

export const errorSchema = z
  .object({
    message: z.string().describe("English, for logs."),
    message_id: z.string().optional().describe("For programs: highway.<context>.error.<reason>. Not with 429."),
  })
  .meta({ id: "Error" });

/** A refusal as `{ message, message_id }`; of too many requests the message alone. */
export function refuse(refusal: Refusal): Response {
  const { code, message } = refusal;
  const id = messageId(refusal);
  return Response.json({ message, ...(id !== "" && { message_id: id }) }, { status: STATUSES[code] });
}

function messageId({ code, details }: Refusal): string {
  const { reason, what, issues } = details;
  if (reason === "no-such") return noSuchId(what as NoSuch);
  const named = typeof reason === "string" ? IDS_OF_REASON[reason] : undefined;
  return named ?? fieldId(issues) ?? IDS[code];
}

const noSuchId = (what: NoSuch) => `highway.${CONTEXTS[what] ?? "request"}.error.not_found`;

function fieldId(issues: unknown): string | undefined {
  const paths = Array.isArray(issues) ? issues.map(({ path }) => String(path)) : [];
  const [first] = paths;
  return first === undefined ? undefined : IDS_OF_FIELD.find(([pattern]) => pattern.test(first))?.[1];
}

/** Our own fault, of which nothing is told but the name under which we find it. */
export function fail(correlationId: string): Response {
  const message = `Something went wrong on our side (${correlationId}).`;
  return Response.json({ message, message_id: "highway.request.error.internal" }, { status: 500 });
}

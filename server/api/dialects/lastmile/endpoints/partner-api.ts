import "server-only";
import { z } from "zod";
import { endpoint, type UnreadCall } from "@/server/api/kernel/endpoint";
import { hashBytes } from "@/server/services/partner/keep-exchange";
import { listAssignments } from "@/server/services/partner/list-assignments";
import { refuseOtherPartner } from "@/server/services/partner/own-partner";
import { syncFleet } from "@/server/services/partner/sync-fleet";
import { takeManifest } from "@/server/services/partner/take-manifest";
import { takePartnerWord } from "@/server/services/partner/take-partner-word";
import { verifyPartnerCall } from "@/server/services/partner/verify-partner-call";
import { idOf, undress } from "../ids";
import {
  fromAssignment,
  fromManifest,
  fromSync,
  outcomeOf,
  toManifestKeys,
  toPartnerWord,
  toSync,
} from "../map/partner-api";
import { pageOf } from "../wire/common";
import {
  driverSyncRequestSchema,
  driverSyncSchema,
  manifestRequestSchema,
  manifestSchema,
  partnerAssignmentSchema,
  partnerAssignmentsQuerySchema,
  partnerStatusRequestSchema,
  partnerStatusSchema,
} from "../wire/partner-api";

const SIGNED =
  "A partner's token signs what it writes: X-Partner-Timestamp (seconds since 1970, five minutes off at most) and X-Partner-Signature: sha256=<hex HMAC-SHA256(signing_secret, timestamp + \".\" + body)>. A key of the tenant's need not.";
const base = { tag: "Partner API", credentials: ["key", "partner"] } as const;
const writing = { ...base, method: "post", verify, description: SIGNED } as const;
const params = z.object({ partnerId: z.string().max(100) });

export const listPartnerAssignments = endpoint({
  ...base,
  method: "get",
  path: "/partner-api/partners/{partnerId}/assignments",
  id: "listPartnerAssignments",
  summary: "What a partner has to do, oldest first",
  scope: "plans:read",
  params,
  query: partnerAssignmentsQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(partnerAssignmentSchema) } },
  refusals: [400, 404],
  run: async ({ services, params: { partnerId }, query: { since, cursor, limit } }) => {
    refuseOtherPartner(services.actor, undress("partner", partnerId));
    const id = idOf("partner", partnerId);
    const asked = { partnerId: id, since: since ? new Date(since) : undefined, cursor, limit };
    const { assignments, nextCursor } = await listAssignments(services, asked);
    return { status: 200, body: { items: assignments.map((row) => fromAssignment(id, row)), next_cursor: nextCursor } };
  },
});

export const postPartnerStatus = endpoint({
  ...writing,
  path: "/partner-api/partners/{partnerId}/assignments/{assignmentId}/status",
  id: "postPartnerStatus",
  summary: "Say how an assignment is going",
  scope: "plans:write",
  params: params.extend({ assignmentId: z.string().max(100) }),
  body: partnerStatusRequestSchema,
  answers: { 200: { description: "Kept, and what it changed.", schema: partnerStatusSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { partnerId, assignmentId }, body, bytes, headers }) => {
    const said = await takePartnerWord(services, {
      ...toPartnerWord(assignmentId, body),
      partnerId: idOf("partner", partnerId),
      name: nameOf(headers, bytes, body.event_id),
      raw: textOf(bytes),
    });
    const { status } = body;
    return { status: 200, body: { assignment_id: assignmentId, accepted: true, outcome: outcomeOf(said), status } };
  },
});

export const syncPartnerDrivers = endpoint({
  ...writing,
  path: "/partner-api/partners/{partnerId}/driver-sync",
  id: "syncPartnerDrivers",
  summary: "Add and change a partner's drivers and vehicles, by its own names for them",
  scope: "fleet:write",
  params,
  body: driverSyncRequestSchema,
  answers: { 200: { description: "What became of each.", schema: driverSyncSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { partnerId }, body, bytes, headers }) => {
    const id = idOf("partner", partnerId);
    const sync = toSync(body);
    // What is done anew does no harm: unsigned, each call is one of its own.
    const name = headers.has("x-partner-signature") ? nameOf(headers, bytes, undefined) : services.correlationId;
    const done = await syncFleet(services, { partnerId: id, name, raw: textOf(bytes), ...sync });
    return { status: 200, body: fromSync(id, sync, done) };
  },
});

export const uploadManifest = endpoint({
  ...writing,
  path: "/partner-api/partners/{partnerId}/manifest/upload",
  id: "uploadManifest",
  summary: "Say what is fetched, and hear which deliveries that is",
  scope: "plans:write",
  params,
  body: manifestRequestSchema,
  answers: { 200: { description: "Kept, with what is wrong line by line.", schema: manifestSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { partnerId }, body, bytes, headers }) => {
    const id = idOf("partner", partnerId);
    const name = nameOf(headers, bytes, body.manifest_id);
    const lines = toManifestKeys(body);
    const taken = await takeManifest(services, { partnerId: id, name, raw: textOf(bytes), lines });
    return { status: 200, body: fromManifest(id, taken) };
  },
});

/** A partner's token asks for its own partner only, and signs what it writes. */
async function verify({ services, caller, headers, params: { partnerId = "" }, bytes }: UnreadCall): Promise<void> {
  if (caller.credential !== "partner") return;
  const id = undress("partner", partnerId);
  refuseOtherPartner(services.actor, id);
  const timestamp = headers.get("x-partner-timestamp") ?? "";
  const signature = headers.get("x-partner-signature") ?? "";
  await verifyPartnerCall(services, { partnerId: id!, keyId: caller.keyId, timestamp, signature, bytes });
}

/** By what a call is known when it comes again: the partner's own name for it, else its signature. Unsigned, its request. */
function nameOf(headers: Headers, bytes: Uint8Array, given: string | undefined): string {
  if (given !== undefined) return `event ${given}`;
  const signature = headers.get("x-partner-signature");
  return signature ? `signature ${signature.toLowerCase()}` : `body ${hashBytes(bytes)}`;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

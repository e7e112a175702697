import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { listApiKeys } from "@/server/services/api-key/list-api-keys";
import { createSandboxKey } from "@/server/services/sandbox/create-sandbox-key";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { type KeyAnswer, keyRequestSchema, keySchema, newKeySchema } from "../wire/key";

export const listKeys = endpoint({
  method: "get",
  path: "/keys",
  id: "listKeys",
  tag: "Access",
  summary: "The keys of this tenant, newest first, without their secrets",
  scope: "keys:manage",
  answers: {
    200: { description: "All of them.", schema: z.object({ items: z.array(keySchema), next_cursor: z.null() }) },
  },
  refusals: [],
  run: async ({ services }) => {
    const keys = await listApiKeys(services, {});
    return { status: 200, body: { items: keys.map(fromKey), next_cursor: null } };
  },
});

export const createKey = endpoint({
  method: "post",
  path: "/keys",
  id: "createKey",
  tag: "Access",
  summary: "Make a key for a program",
  description: "It can be given no scope that the key asking has not.",
  scope: "keys:manage",
  body: keyRequestSchema,
  isShownOnce: true,
  answers: { 201: { description: "The key, with its secret this once.", schema: newKeySchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const { name, scopes, kind } = body;
    const partnerId = body.partner_id ? idOf("partner", body.partner_id) : null;
    const { id, secret, prefix, signingSecret } = await (kind === "sandbox" ? createSandboxKey : createApiKey)(
      services,
      {
        name,
        scopes,
        partnerId,
        requestsPerMinute: body.requests_per_minute ?? null,
        expiresAt: body.expires_at === undefined ? null : new Date(body.expires_at),
      },
    );
    const key_id = dress("API key", id);
    return {
      status: 201,
      body: { id: key_id, key_id, key: secret, prefix, name, scopes, ...fromPartner(partnerId, signingSecret) },
    };
  },
});

function fromPartner(partnerId: string | null, signingSecret: string | null) {
  return { partner_id: partnerId && dress("partner", partnerId), signing_secret: signingSecret };
}

function fromKey(key: Awaited<ReturnType<typeof listApiKeys>>[number]): KeyAnswer {
  const id = dress("API key", key.id);
  const orNull = (at: Date | null) => at && said(at);
  return {
    id,
    key_id: id,
    name: key.name,
    kind: key.kind,
    prefix: key.prefix,
    scopes: key.scopes,
    partner_id: key.partnerId && dress("partner", key.partnerId),
    requests_per_minute: key.requestsPerMinute,
    created_by: key.createdBy,
    created_at: said(key.createdAt),
    expires_at: orNull(key.expiresAt),
    last_used_at: orNull(key.lastUsedAt),
    revoked_at: orNull(key.revokedAt),
  };
}

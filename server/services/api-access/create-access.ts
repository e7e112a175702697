import "server-only";
import { z } from "zod";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import { createApiKey } from "../api-key/create-api-key";
import { keyName, requestsPerMinute } from "../api-key/key-input";
import { showKey } from "../api-key/show-key";
import { parseInput } from "../kernel/parse-input";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch, ServiceError } from "../kernel/service-error";
import { createSandboxKey } from "../sandbox/create-sandbox-key";

/** What lets a program in: a key, an OAuth client, a partner's token, or a key of the sandbox. */
export const ACCESS_KINDS = ["key", "client", "partner", "sandbox"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

const input = z.object({
  /** The one API it opens. */
  api: z.string().min(1).max(40),
  kind: z.enum(ACCESS_KINDS),
  name: keyName,
  /** Of a partner's token none. */
  scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
  partnerId: z.uuid().nullable().default(null),
  requestsPerMinute: requestsPerMinute.nullable().default(null),
  expiresAt: z.date().nullable().default(null),
});

/**
 * Lets a program in by one API: what it is configured with in that API's words, with the address it asks and a line that
 * shows whether it works. The secret is in the answer and nowhere else. Refuses a kind that API has not.
 */
async function create(services: ServiceContext, asked: z.input<typeof input>) {
  const { api, kind, partnerId, ...rest } = parseInput(input, asked);
  const vendor = services.ports.vendors.get(api);
  if (!vendor) throw noSuch("vendor");
  if (!kindsOf(vendor).includes(kind) || (kind === "partner") !== (partnerId !== null)) {
    const issues = [{ path: "kind", message: "is none of this API's" }];
    throw new ServiceError("invalid", "This API lets nobody in like that.", { reason: "input", issues });
  }
  const form = kind === "client" ? "client" : "key";
  const scopes = kind === "partner" ? [] : rest.scopes;
  const make = kind === "sandbox" ? createSandboxKey : createApiKey;
  const asks = { ...rest, scopes, dialect: api, isClient: form === "client", partnerId };
  const { id: keyId, secret, signingSecret } = await make(services, asks);
  const partner = partnerId && signingSecret ? { partner: { id: partnerId, signingSecret } } : {};
  return showKey(services, api, { keyId, form, scopes, secret, ...partner });
}

/** How an API lets programs in. */
export function kindsOf(vendor: {
  readonly keyForms: readonly ("key" | "client")[];
  readonly isForPartners: boolean;
  readonly hasSandbox: boolean;
}): readonly AccessKind[] {
  return [
    ...vendor.keyForms,
    ...(vendor.isForPartners ? ["partner" as const] : []),
    ...(vendor.hasSandbox ? ["sandbox" as const] : []),
  ];
}

export const createAccess = Object.assign(create, { permission: createApiKey.permission, input });

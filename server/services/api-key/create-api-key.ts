import "server-only";
import { z } from "zod";
import { insertApiKey } from "@/db/queries/api/api-keys";
import { findPartner } from "@/db/queries/partner/partners";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import { changed, command } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { keyName, refuseBeyond, refuseOver, refusePartnerBeyond, requestsPerMinute } from "./key-input";
import { newSecret } from "./new-secret";

/**
 * Makes a key for a program, or a partner's token with what he signs by (worked out from the key's id, kept nowhere). Its
 * secret is in the answer and nowhere else: only a hash is kept. Nobody gives a key more than they may do themselves.
 */
export const createApiKey = command({
  permission: "members.manage",
  input: z.object({
    name: keyName,
    scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
    /** The one API it opens; null: every one. */
    dialect: z.string().min(1).max(40).nullable().default(null),
    /** Its secret opens nothing by itself, only the tokens it is exchanged for do. */
    isClient: z.boolean().default(false),
    /** Whose token it becomes: it opens that partner's own endpoints, and its scopes say nothing. */
    partnerId: z.uuid().nullable().default(null),
    requestsPerMinute: requestsPerMinute.nullable().default(null),
    expiresAt: z.date().nullable().default(null),
  }),
  prepare: async ({ ports }, { dialect }) => {
    if (dialect !== null && !ports.vendors.has(dialect)) throw noSuch("vendor");
  },
  run: async ({ tx, actor, now, newId, newToken, tokenFor }, input) => {
    const { name, dialect, isClient, partnerId, expiresAt } = input;
    const { organizationId } = actor;
    if (partnerId !== null) found(await findPartner(tx, organizationId, partnerId), "partner");
    else if (input.scopes.length === 0) {
      const issues = [{ path: "scopes", message: "needs one" }];
      throw new ServiceError("invalid", "A key needs something it is made for.", { reason: "input", issues });
    }
    refuseOver(expiresAt, now);
    refuseBeyond(input.scopes, actor.permissions);
    if (partnerId !== null) refusePartnerBeyond(actor.permissions);
    // A sandbox's keys are of the sandbox, whoever makes them.
    const kind = (await isSandboxOrganization(tx, organizationId)) ? "sandbox" : "live";
    const id = newId();
    const { secret, kept } = newSecret(kind, newToken());
    const scopes = [...new Set(input.scopes)];
    await insertApiKey(tx, {
      ...kept,
      organizationId,
      id,
      name,
      kind,
      dialect,
      isClient,
      scopes,
      partnerId,
      requestsPerMinute: input.requestsPerMinute,
      createdBy: actor.label,
      expiresAt,
      createdAt: now,
    });
    const after = {
      name,
      kind,
      prefix: kept.prefix,
      scopes,
      ...(dialect && { dialect }),
      ...(isClient && { isClient }),
      ...(partnerId && { partnerId }),
      ...(input.requestsPerMinute && { requestsPerMinute: input.requestsPerMinute }),
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    const signingSecret = partnerId && tokenFor(id);
    return changed({ id, secret, prefix: kept.prefix, signingSecret }, [
      { type: "api-key.created", entity: "api-key", entityId: id, after },
    ]);
  },
});

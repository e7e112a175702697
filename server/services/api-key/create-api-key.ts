import "server-only";
import { z } from "zod";
import { insertApiKey } from "@/db/queries/api/api-keys";
import { findPartner } from "@/db/queries/partner/partners";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { API_SCOPES, scopesWithin } from "@/server/domain/access/api-scopes";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { hashToken } from "../plan/hash-token";

const PREFIX_CHARACTERS = 16;

/**
 * Makes a key for a program, or a partner's token with what he signs by (worked out from the key's id, kept nowhere). Its secret is in the answer and nowhere else: only a hash is kept. Nobody gives a key more
 * than they may do themselves.
 */
export const createApiKey = command({
  permission: "members.manage",
  input: z.object({
    name: z.string().trim().min(1).max(120),
    scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
    /** Whose token it becomes: it opens that partner's own endpoints, and its scopes say nothing. */
    partnerId: z.uuid().nullable().default(null),
    requestsPerMinute: z.int().min(1).max(1_000_000).nullable().default(null),
    expiresAt: z.date().nullable().default(null),
  }),
  run: async (scope, { name, scopes, partnerId, requestsPerMinute, expiresAt }) => {
    const { tx, actor, now, newId, newToken, tokenFor } = scope;
    if (partnerId !== null) found(await findPartner(tx, actor.organizationId, partnerId), "partner");
    else if (scopes.length === 0) {
      const issues = [{ path: "scopes", message: "needs one" }];
      throw new ServiceError("invalid", "A key needs something it is made for.", { reason: "input", issues });
    }
    const allowed = scopesWithin(actor.permissions);
    if (!scopes.every((scope) => allowed.includes(scope))) {
      throw new ServiceError("forbidden", "A key cannot be given more than you may do.", {
        reason: "permission",
        permission: "members.manage",
      });
    }
    // A sandbox's keys are of the sandbox, whoever makes them.
    const kind = (await isSandboxOrganization(tx, actor.organizationId)) ? "sandbox" : "live";
    const id = newId();
    const secret = `dray_${kind === "live" ? "live" : "test"}_${newToken()}`;
    const prefix = secret.slice(0, PREFIX_CHARACTERS);
    await insertApiKey(tx, {
      organizationId: actor.organizationId,
      id,
      name,
      kind,
      prefix,
      secretHash: hashToken(secret),
      scopes: [...new Set(scopes)],
      partnerId,
      requestsPerMinute,
      createdBy: actor.label,
      expiresAt,
      createdAt: now,
    });
    const after = {
      name,
      kind,
      prefix,
      scopes,
      ...(partnerId && { partnerId }),
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    const signingSecret = partnerId && tokenFor(id);
    return changed({ id, secret, prefix, signingSecret }, [
      { type: "api-key.created", entity: "api-key", entityId: id, after },
    ]);
  },
});

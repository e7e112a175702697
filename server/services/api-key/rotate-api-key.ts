import "server-only";
import { z } from "zod";
import { updateApiKey } from "@/db/queries/api/api-keys";
import { MOST_OVERLAP_DAYS } from "@/server/domain/access/key-overlap";
import { changed, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { refuseBeyond } from "./key-input";
import { newSecret } from "./new-secret";
import { openApiKey } from "./open-api-key";

const DAY_MS = 86_400_000;

/**
 * Gives a key another secret, which is in the answer and nowhere else. The one it had opens the same for so many days more,
 * one that was replaced before that nothing any longer; tokens end with the secret they were given for. Whoever may not do
 * what the key may is not handed its secret. A partner's token is not exchanged: what he signs by belongs to its id.
 */
export const rotateApiKey = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid(), overlapDays: z.int().min(0).max(MOST_OVERLAP_DAYS) }),
  run: async ({ tx, actor, now, newToken }, { id, overlapDays }) => {
    const { organizationId } = actor;
    const key = await openApiKey(tx, organizationId, id);
    if (key.partnerId) {
      throw new ServiceError("refused", "A partner's token is replaced by another one.", { reason: "partner-token" });
    }
    refuseBeyond(key.scopes, actor.permissions);
    const { secret, kept } = newSecret(key.kind, newToken());
    const previousUntil = overlapDays > 0 ? new Date(now.getTime() + overlapDays * DAY_MS) : null;
    const previousHash = previousUntil && key.secretHash;
    await updateApiKey(tx, organizationId, id, { ...kept, previousHash, previousUntil, rotatedAt: now });
    const { name, dialect, isClient, scopes } = key;
    return changed({ id, secret, name, dialect, isClient, scopes, previousUntil }, [
      {
        type: "api-key.rotated",
        entity: "api-key",
        entityId: id,
        before: { prefix: key.prefix },
        after: { prefix: kept.prefix },
        data: { name, ...(previousUntil && { previousUntil: previousUntil.toISOString() }) },
      },
    ]);
  },
});

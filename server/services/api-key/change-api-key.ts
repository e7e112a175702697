import "server-only";
import { z } from "zod";
import { updateApiKey } from "@/db/queries/api/api-keys";
import { changed, command, unchanged } from "../kernel/command";
import { keyName, refuseBeyond, refuseOver, requestsPerMinute } from "./key-input";
import { openApiKey } from "./open-api-key";

/**
 * Changes what a key is called, when it ends (null: never) and how often it may ask (null: as often as its API lets
 * anybody); what it may do stays. One whose time is over opens again with a later end; one that was shut stays shut.
 */
export const changeApiKey = command({
  permission: "members.manage",
  input: z.object({
    id: z.uuid(),
    name: keyName.optional(),
    expiresAt: z.date().nullable().optional(),
    requestsPerMinute: requestsPerMinute.nullable().optional(),
  }),
  run: async ({ tx, actor, now }, { id, ...asked }) => {
    const { organizationId } = actor;
    const key = await openApiKey(tx, organizationId, id);
    refuseBeyond(key.scopes, actor.permissions);
    const said = (of: Partial<typeof asked>) => ({
      ...("name" in of && { name: of.name }),
      ...("expiresAt" in of && { expiresAt: of.expiresAt?.toISOString() ?? null }),
      ...("requestsPerMinute" in of && { requestsPerMinute: of.requestsPerMinute }),
    });
    const differs = (field: keyof typeof asked) =>
      asked[field] !== undefined && asked[field]?.valueOf() !== key[field]?.valueOf();
    const fields = (["name", "expiresAt", "requestsPerMinute"] as const).filter(differs);
    if (fields.length === 0) return unchanged({ id });
    const pick = (from: Partial<typeof asked>) => Object.fromEntries(fields.map((field) => [field, from[field]]));
    const changes = pick(asked) as Partial<typeof asked>;
    refuseOver(changes.expiresAt, now);
    await updateApiKey(tx, organizationId, id, changes);
    const isRenamed = fields.length === 1 && fields[0] === "name";
    return changed({ id }, [
      {
        type: isRenamed ? "api-key.renamed" : "api-key.changed",
        entity: "api-key",
        entityId: id,
        before: said(pick(key)),
        after: said(changes),
        data: { name: changes.name ?? key.name, prefix: key.prefix },
      },
    ]);
  },
});

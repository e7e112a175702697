import "server-only";
import { z } from "zod";
import { lockPartner, updatePartner } from "@/db/queries/partner/partners";
import { sameJson } from "@/server/domain/order/merge-draft";
import { type PartnerInput, partnerSchema } from "@/server/domain/partner/partner-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/**
 * Changes a partner; what `changes` leaves out stays, metadata is laid over what is there. Disabled, it gets nothing new
 * and keeps what it has. Refused as `stale` when `version` is no longer the partner's.
 */
export const editPartner = command({
  permission: "fleet.write",
  input: z.object({
    id: z.uuid(),
    version: z.int().positive().optional(),
    changes: z.custom<Partial<PartnerInput>>((value) => typeof value === "object" && value !== null),
  }),
  run: async ({ tx, actor, now }, { id, version, changes }) => {
    const { organizationId } = actor;
    const existing = found(await lockPartner(tx, organizationId, id), "partner");
    if (version !== undefined && version !== existing.version) {
      throw new ServiceError("stale", "Somebody changed this partner in the meantime.", { reason: "stale" });
    }
    const metadata = { ...existing.metadata, ...changes.metadata };
    const before = partnerSchema.parse(existing);
    const after = partnerSchema.parse({ ...before, ...changes, metadata });
    if (sameJson(before, after)) return unchanged({ id, version: existing.version });
    await updatePartner(tx, organizationId, id, { ...after, version: existing.version + 1, updatedAt: now });
    const said = ({ name, type, status }: PartnerInput) => ({ name, type, status });
    return changed({ id, version: existing.version + 1 }, [
      { type: "partner.changed", entity: "partner", entityId: id, before: said(before), after: said(after) },
    ]);
  },
});

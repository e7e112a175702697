import "server-only";
import { z } from "zod";
import { lockPartner, updatePartner } from "@/db/queries/partner/partners";
import { sameJson } from "@/server/domain/order/merge-draft";
import { type PartnerChanges, type PartnerInput, partnerSchema } from "@/server/domain/partner/partner-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseNamesake } from "./refuse-namesake";

/**
 * Changes a partner; what `changes` leaves out stays, metadata and promises are laid over what is there. Out of use, it gets nothing new
 * and keeps what it has. Refused as `stale` when `version` is no longer the partner's.
 */
export const editPartner = command({
  permission: "fleet.write",
  input: z.object({
    id: z.uuid(),
    version: z.int().positive().optional(),
    isNamesakeRefused: z.boolean().default(false),
    changes: z.custom<Omit<Partial<PartnerInput>, "sla"> & Pick<PartnerChanges, "sla">>(
      (value) => typeof value === "object" && value !== null,
    ),
  }),
  run: async ({ tx, actor, now }, { id, version, isNamesakeRefused, changes }) => {
    const { organizationId } = actor;
    const existing = found(await lockPartner(tx, organizationId, id), "partner");
    if (version !== undefined && version !== existing.version) {
      throw new ServiceError("stale", "Somebody changed this partner in the meantime.", { reason: "stale" });
    }
    const metadata = { ...existing.metadata, ...changes.metadata };
    const before = partnerSchema.parse(existing);
    const promises = Object.entries({ ...existing.sla, ...changes.sla }).filter(([, value]) => value !== null);
    const after = partnerSchema.parse({ ...before, ...changes, metadata, sla: Object.fromEntries(promises) });
    if (isNamesakeRefused && after.status !== "archived") await refuseNamesake(tx, organizationId, after.name, id);
    if (sameJson(before, after)) return unchanged({ id, version: existing.version });
    await updatePartner(tx, organizationId, id, { ...after, version: existing.version + 1, updatedAt: now });
    const said = ({ name, type, status }: PartnerInput) => ({ name, type, status });
    return changed({ id, version: existing.version + 1 }, [
      { type: "partner.changed", entity: "partner", entityId: id, before: said(before), after: said(after) },
    ]);
  },
});

import "server-only";
import { z } from "zod";
import { insertPartner } from "@/db/queries/partner/partners";
import { partnerSchema } from "@/server/domain/partner/partner-schema";
import { changed, command } from "../kernel/command";

/** Adds somebody who delivers for the organization. */
export const addPartner = command({
  permission: "fleet.write",
  input: z.object({ partner: partnerSchema }),
  run: async ({ tx, actor, now, newId }, { partner }) => {
    const id = newId();
    const row = { organizationId: actor.organizationId, id, ...partner, createdAt: now, updatedAt: now };
    await insertPartner(tx, row);
    const after = { name: partner.name, type: partner.type, status: partner.status };
    return changed({ id }, [{ type: "partner.created", entity: "partner", entityId: id, after }]);
  },
});

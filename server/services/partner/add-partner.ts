import "server-only";
import { z } from "zod";
import { insertPartner } from "@/db/queries/partner/partners";
import { partnerSchema } from "@/server/domain/partner/partner-schema";
import { changed, command } from "../kernel/command";
import { refuseNamesake } from "./refuse-namesake";

/** Adds somebody who delivers for the organization. */
export const addPartner = command({
  permission: "fleet.write",
  input: z.object({
    partner: partnerSchema,
    /** People know partners by their names: refused where another has this one. Programs know them by id. */
    isNamesakeRefused: z.boolean().default(false),
  }),
  run: async ({ tx, actor, now, newId }, { partner, isNamesakeRefused }) => {
    const { organizationId } = actor;
    if (isNamesakeRefused) await refuseNamesake(tx, organizationId, partner.name);
    const id = newId();
    await insertPartner(tx, { organizationId, id, ...partner, createdAt: now, updatedAt: now });
    const after = { name: partner.name, type: partner.type, status: partner.status };
    return changed({ id, version: 1 }, [{ type: "partner.created", entity: "partner", entityId: id, after }]);
  },
});

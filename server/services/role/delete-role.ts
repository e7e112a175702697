import "server-only";
import { z } from "zod";
import { deleteCustomRole, lockCustomRole } from "@/db/queries/access/custom-roles";
import { lockOpenInvitations } from "@/db/queries/access/invitations";
import { countMembersByRole } from "@/db/queries/access/members";
import { permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { holdOwners } from "../member/open-member";
import { refuseBeyond } from "./refuse-beyond";

/** Deletes a role of the organization's own that nobody has and nobody is invited into. */
export const deleteRole = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    // Before the role: whoever answers an invitation into it holds them so too.
    await holdOwners({ tx, actor });
    const { name, description, permissions } = found(await lockCustomRole(tx, organizationId, { id }), "role");
    refuseBeyond(actor, permissionsOfCustomRole(permissions));
    if ((await countMembersByRole(tx, organizationId)).has(name)) {
      throw new ServiceError("refused", "People have this role.", { reason: "role-in-use" });
    }
    const invited = await lockOpenInvitations(tx, organizationId, { role: name });
    if (invited.some(({ expiresAt }) => expiresAt > now)) {
      throw new ServiceError("refused", "People are invited into this role.", { reason: "role-invited" });
    }
    await deleteCustomRole(tx, organizationId, id);
    const before = { name, description, permissions };
    return changed({ id }, [{ type: "role.deleted", entity: "role", entityId: id, before }]);
  },
});

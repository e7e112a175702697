import "server-only";
import { z } from "zod";
import { deleteCustomRole, lockCustomRole } from "@/db/queries/access/custom-roles";
import { countMembersByRole } from "@/db/queries/access/members";
import { permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseBeyond } from "./refuse-beyond";

/** Deletes a role of the organization's own that nobody has. */
export const deleteRole = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const { organizationId } = actor;
    const { name, description, permissions } = found(await lockCustomRole(tx, organizationId, { id }), "role");
    refuseBeyond(actor, permissionsOfCustomRole(permissions));
    if ((await countMembersByRole(tx, organizationId)).has(name)) {
      throw new ServiceError("refused", "People have this role.", { reason: "role-in-use" });
    }
    await deleteCustomRole(tx, organizationId, id);
    const before = { name, description, permissions };
    return changed({ id }, [{ type: "role.deleted", entity: "role", entityId: id, before }]);
  },
});

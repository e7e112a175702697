import "server-only";
import { z } from "zod";
import { lockCustomRole, updateCustomRole } from "@/db/queries/access/custom-roles";
import { isRoleLimited } from "@/db/queries/access/member-scopes";
import { mayBeLimited } from "@/server/domain/access/member-scope";
import { PERMISSIONS, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseBeyond } from "./refuse-beyond";

/**
 * Changes what a role of the organization's own is for and may do; for everybody who has it, from their next request on.
 * Nobody changes one that may more than himself, before or after. Its name stays: members have it by that. It does not come
 * to manage people while somebody who has it sees a part only: they would see everything at a stroke.
 */
export const changeRole = command({
  permission: "members.manage",
  input: z.object({
    id: z.uuid(),
    description: z.string().trim().max(500).default(""),
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
  }),
  run: async ({ tx, actor, now }, { id, description, permissions: asked }) => {
    const role = found(await lockCustomRole(tx, actor.organizationId, { id }), "role");
    refuseBeyond(actor, [...permissionsOfCustomRole(role.permissions), ...asked]);
    const permissions = [...permissionsOfCustomRole(asked)];
    const becomesWhole = mayBeLimited(permissionsOfCustomRole(role.permissions)) && !mayBeLimited(permissions);
    if (becomesWhole && (await isRoleLimited(tx, actor.organizationId, role.name, now))) {
      throw new ServiceError("refused", "People with this role see a part only.", { reason: "role-limited" });
    }
    await updateCustomRole(tx, actor.organizationId, id, { description, permissions });
    const { name } = role;
    return changed({ id, name, description, permissions }, [
      {
        type: "role.changed",
        entity: "role",
        entityId: id,
        before: { description: role.description, permissions: role.permissions },
        after: { description, permissions },
        data: { name },
      },
    ]);
  },
});

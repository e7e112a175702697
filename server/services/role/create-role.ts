import "server-only";
import { z } from "zod";
import { insertCustomRole } from "@/db/queries/access/custom-roles";
import { isRole, PERMISSIONS, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { changed, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";

/**
 * Makes a role of the organization's own. Nobody makes one that may more than himself; what only drivers' links allow no
 * role has. Refused where there is one of that name, built in or not.
 */
export const createRole = command({
  permission: "members.manage",
  input: z.object({
    name: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, {
      message: "must be lower-case letters, digits, - or _, and begin with a letter",
    }),
    description: z.string().trim().max(500).default(""),
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
  }),
  run: async ({ tx, actor, now, newId }, { name, description, permissions: asked }) => {
    const permissions = permissionsOfCustomRole(asked);
    const beyond = asked.find((permission) => !permissions.includes(permission) || !actor.permissions.has(permission));
    if (beyond) {
      throw new ServiceError("forbidden", `A role cannot be given more than you may do: ${beyond}.`, {
        reason: "permission",
        permission: beyond,
      });
    }
    const id = newId();
    const role = { name, description, permissions: [...permissions] };
    const row = { organizationId: actor.organizationId, id, ...role, createdBy: actor.label, createdAt: now };
    if (isRole(name) || !(await insertCustomRole(tx, row))) {
      throw new ServiceError("conflict", "There is a role of that name.", { reason: "exists" });
    }
    return changed({ id, ...role }, [{ type: "role.created", entity: "role", entityId: id, after: role }]);
  },
});

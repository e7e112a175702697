import "server-only";
import { z } from "zod";
import { listCustomRoles } from "@/db/queries/access/custom-roles";
import { countMembersByRole } from "@/db/queries/access/members";
import {
  DESK_ROLES,
  type Permission,
  permissionsOf,
  permissionsOfCustomRole,
} from "@/server/domain/access/permissions";
import { query } from "../kernel/query";

interface ListedRole {
  /** Null for one that is built in. */
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  /** How many people have it. */
  readonly members: number;
}

/** The roles of the desk: those there always are, then the organization's own by name. */
export const listRoles = query({
  permission: "members.manage",
  input: z.object({}),
  run: async ({ tx, actor }): Promise<readonly ListedRole[]> => {
    const counts = await countMembersByRole(tx, actor.organizationId);
    const membersOf = (name: string) => counts.get(name) ?? 0;
    const builtIn = DESK_ROLES.map((name) => ({
      id: null,
      name,
      description: "",
      permissions: permissionsOf(name),
      members: membersOf(name),
    }));
    const own = await listCustomRoles(tx, actor.organizationId);
    return [
      ...builtIn,
      ...own.map(({ id, name, description, permissions }) => ({
        id,
        name,
        description,
        permissions: permissionsOfCustomRole(permissions),
        members: membersOf(name),
      })),
    ];
  },
});

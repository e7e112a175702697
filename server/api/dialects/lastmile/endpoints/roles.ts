import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { Permission } from "@/server/domain/access/permissions";
import { createRole as create } from "@/server/services/role/create-role";
import { listRoles as list } from "@/server/services/role/list-roles";
import { dress } from "../ids";
import { type RoleAnswer, roleRequestSchema, roleSchema } from "../wire/role";

const TAG = "Access";

export const listRoles = endpoint({
  method: "get",
  path: "/roles",
  id: "listRoles",
  tag: TAG,
  summary: "The roles people of this tenant can have, and what each may do",
  scope: "keys:manage",
  answers: {
    200: { description: "All of them.", schema: z.object({ items: z.array(roleSchema), next_cursor: z.null() }) },
  },
  refusals: [],
  run: async ({ services }) => {
    const roles = await list(services, {});
    return { status: 200, body: { items: roles.map(fromRole), next_cursor: null } };
  },
});

export const createRole = endpoint({
  method: "post",
  path: "/roles",
  id: "createRole",
  tag: TAG,
  summary: "Make a role of the tenant's own",
  description: "It can be given nothing that the key asking may not do itself.",
  scope: "keys:manage",
  body: roleRequestSchema,
  answers: { 201: { description: "The role.", schema: roleSchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, body }) => ({ status: 201, body: fromRole(await create(services, body)) }),
});

interface SaidRole {
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

/** A built-in role is called by its name. */
function fromRole({ id, name, description, permissions }: SaidRole): RoleAnswer {
  const roleId = id === null ? name : dress("role", id);
  return { id: roleId, role_id: roleId, name, description, permissions: [...permissions], built_in: id === null };
}

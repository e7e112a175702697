import { z } from "zod";
import { DESK_PERMISSIONS, type Permission } from "@/server/domain/access/permissions";

const permissions = z.array(z.enum(DESK_PERMISSIONS as [Permission, ...Permission[]]));

export const roleRequestSchema = z
  .object({
    name: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_-]{0,39}$/)
      .describe("Lower-case letters, digits, - and _. Members have the role by it."),
    description: z.string().trim().max(500).default(""),
    permissions: permissions.min(1).max(DESK_PERMISSIONS.length),
  })
  .meta({ id: "RoleRequest" });

export const roleSchema = z
  .object({
    id: z.string(),
    role_id: z.string(),
    name: z.string(),
    description: z.string(),
    permissions,
    built_in: z.boolean(),
  })
  .meta({ id: "Role" });
export type RoleAnswer = z.input<typeof roleSchema>;

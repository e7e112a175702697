import { z } from "zod";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import { instantSchema } from "./common";

export const keyRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length),
    kind: z.enum(["live", "sandbox"]).default("live"),
    expires_at: instantSchema.optional(),
    requests_per_minute: z.int().min(1).max(1_000_000).optional(),
  })
  .meta({ id: "KeyRequest" });

export const keySchema = z
  .object({
    id: z.string(),
    key_id: z.string(),
    name: z.string(),
    kind: z.enum(["live", "sandbox"]),
    prefix: z.string().describe("The secret's first characters."),
    scopes: z.array(z.string()),
    requests_per_minute: z.int().nullable(),
    created_by: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
    last_used_at: z.string().nullable().describe("To the minute."),
    revoked_at: z.string().nullable(),
  })
  .meta({ id: "Key" });
export type KeyAnswer = z.input<typeof keySchema>;

export const newKeySchema = z
  .object({
    id: z.string(),
    key_id: z.string(),
    key: z.string().describe("The secret. It is shown now and never again."),
    prefix: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
  })
  .meta({ id: "NewKey" });

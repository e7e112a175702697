import { z } from "zod";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import { instantSchema } from "./common";

export const keyRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    scopes: z
      .array(z.enum(API_SCOPES))
      .max(API_SCOPES.length)
      .default([])
      .describe("At least one, but of a partner's."),
    partner_id: z
      .string()
      .max(100)
      .nullish()
      .describe("Makes it that partner's token: good for /partner-api/partners/{partner_id} and nothing else."),
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
    partner_id: z.string().nullable(),
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
    partner_id: z.string().nullable(),
    signing_secret: z
      .string()
      .nullable()
      .describe("Of a partner's token: by what it signs. It is shown now and never again."),
  })
  .meta({ id: "NewKey" });

import { z } from "zod";
import { requiredText } from "./common";

export const tokenRequestSchema = z
  .object(
    {
      client_id: requiredText(200).describe("Starts with rm_ci_."),
      client_secret: requiredText(200).describe("Starts with rm_cs_; shown once."),
    },
    { error: "must be a JSON object" },
  )
  .meta({ id: "TokenRequest" });

export const tokenSchema = z
  .object({
    access_token: z.string().regex(/^rm_at_/),
    token_type: z.literal("Bearer"),
    expires_in: z.int().describe("Seconds."),
  })
  .meta({ id: "AccessToken" });

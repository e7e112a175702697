import "server-only";
import { z } from "zod";
import { query } from "../kernel/query";

/** In whose words subscribers can be written to, and what they may hear of in each. */
export const listWebhookFormats = query({
  permission: "settings.read",
  input: z.object({}),
  prepare: async ({ ports }) => ports,
  run: async ({ prepared: { webhookFormats, vendors } }) =>
    [...webhookFormats].map(([dialect, { topics }]) => ({
      dialect,
      title: vendors.get(dialect)?.title ?? dialect,
      topics,
    })),
});

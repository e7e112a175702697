import "server-only";
import { z } from "zod";
import { findWebhookCall, listWebhookTries } from "@/db/queries/webhook/webhook-calls";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One message for a subscriber: what was sent, and what was answered to each try. */
export const readWebhookCall = query({
  permission: "settings.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const { organizationId: _own, ...call } = found(
      await findWebhookCall(tx, actor.organizationId, id),
      "webhook message",
    );
    const tries = await listWebhookTries(tx, actor.organizationId, id);
    return { ...call, attempts: tries.map(({ organizationId: _tenant, callId: _call, ...rest }) => rest) };
  },
});

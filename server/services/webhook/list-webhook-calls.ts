import "server-only";
import { z } from "zod";
import { listWebhookCalls as selectCalls } from "@/db/queries/webhook/webhook-calls";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { WEBHOOK_CALL_STATUSES } from "@/server/domain/webhook/webhook-call";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What a subscriber was sent, is being sent or did not get, newest first. */
export const listWebhookCalls = query({
  permission: "settings.read",
  input: z.object({ webhookId: z.uuid(), status: z.enum(WEBHOOK_CALL_STATUSES).optional(), ...pageInput }),
  run: async ({ tx, actor }, { webhookId, status, cursor, limit }) => {
    const { organizationId } = actor;
    found(await findWebhook(tx, organizationId, webhookId), "webhook");
    const wanted = { status, beforeId: keyOfPage(cursor), limit: limit + 1 };
    const { rows, nextCursor } = pageOf(
      await selectCalls(tx, organizationId, webhookId, wanted),
      limit,
      ({ id }) => id,
    );
    return { calls: rows.map(({ organizationId: _own, body: _body, message: _message, ...rest }) => rest), nextCursor };
  },
});

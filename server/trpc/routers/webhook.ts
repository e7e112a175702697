import "server-only";
import { z } from "zod";
import { changeWebhook } from "@/server/services/webhook/change-webhook";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { deleteWebhook } from "@/server/services/webhook/delete-webhook";
import { listTroubledWebhooks } from "@/server/services/webhook/list-troubled-webhooks";
import { listWebhookCalls } from "@/server/services/webhook/list-webhook-calls";
import { listWebhookFormats } from "@/server/services/webhook/list-webhook-formats";
import { listWebhooks } from "@/server/services/webhook/list-webhooks";
import { readWebhookCall } from "@/server/services/webhook/read-webhook-call";
import { resendFailedCalls } from "@/server/services/webhook/resend-failed-calls";
import { countRange, resendRange } from "@/server/services/webhook/resend-range";
import { resendWebhookCall } from "@/server/services/webhook/resend-webhook-call";
import { testWebhook } from "@/server/services/webhook/test-webhook";
import { commandProcedure, permitted, queryProcedure, router } from "../init";

export const webhookRouter = router({
  list: queryProcedure(listWebhooks),
  formats: queryProcedure(listWebhookFormats),
  create: commandProcedure(createWebhook),
  change: commandProcedure(changeWebhook),
  remove: commandProcedure(deleteWebhook),
  test: permitted("settings.write")
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => testWebhook(ctx.services, input)),
  messages: queryProcedure(listWebhookCalls),
  message: queryProcedure(readWebhookCall),
  resend: commandProcedure(resendWebhookCall),
  resendFailed: commandProcedure(resendFailedCalls),
  countRange: queryProcedure(countRange),
  resendRange: commandProcedure(resendRange),
  troubled: queryProcedure(listTroubledWebhooks),
});

import "server-only";
import type { ClaimedCall } from "@/db/queries/webhook/webhook-calls";
import type { ServiceContext } from "../kernel/service-context";
import { webhookHeaders } from "./sign-webhook";
import type { EndedTry, WebhookTurn } from "./turn-webhook";
import type { WebhookFormat } from "./webhook-format";

type Destination = Pick<WebhookTurn, "url" | "dialect" | "secrets" | "isSandbox"> & { readonly webhookId: string };

/** Sends one message once. Never throws: what goes wrong on our side is a try that failed, too. */
export async function tryWebhookCall(
  services: ServiceContext,
  call: ClaimedCall,
  { url, dialect, secrets, isSandbox, webhookId }: Destination,
): Promise<EndedTry> {
  const { ports } = services;
  const begunAt = ports.clock.now();
  let body = call.body;
  try {
    const format = formatOf(services, dialect);
    body ??= await format.body(call.message, { id: call.messageId, webhookId, isSandbox, services });
    const atSeconds = Math.floor(begunAt.getTime() / 1000);
    const headers = {
      "content-type": "application/json",
      ...(isSandbox && { "x-dray-sandbox": "true" }),
      ...format.headers?.(body),
      ...webhookHeaders({ id: format.name(call.messageId), atSeconds, body, secrets }),
    };
    const answer = await ports.webhookSender.post(url, headers, body);
    return { call, body, at: ports.clock.now(), answer, random: Math.random() };
  } catch (error) {
    const failure = `not sent: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500);
    const answer = { status: null, failure, text: "", retryAfterSeconds: null, milliseconds: 0 };
    return { call, body: body ?? "", at: ports.clock.now(), answer, random: Math.random() };
  }
}

function formatOf({ ports }: ServiceContext, dialect: string): WebhookFormat {
  const format = ports.webhookFormats.get(dialect);
  if (!format) throw new Error(`nobody writes in the words of ${dialect}`);
  return format;
}

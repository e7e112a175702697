import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { claimMessage } from "@/server/services/message/claim-message";
import { settleMessage } from "@/server/services/message/settle-message";

const FAILURE_CHARACTERS = 500;

/**
 * Hands one message to the outside, once. Without a messenger configured it is kept, to be read in the app. What surely
 * did not arrive is tried again by the queue; what may have arrived is marked `unknown` and left to people.
 */
export async function sendMessage(
  services: ServiceContext,
  { messageId }: Pick<JobPayload<"send-message">, "messageId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const message = await claimMessage(services, { messageId });
  if (!message) return;
  const messenger = services.ports.messengers[message.channel];
  const via = messenger.source;
  if (via === "outbox") {
    await settleMessage(services, { messageId, status: "kept", via, failure: null });
    return;
  }
  try {
    await messenger.send(message);
  } catch (error) {
    const failure = String(error instanceof Error ? error.message : error).slice(0, FAILURE_CHARACTERS);
    const status = signal.aborted ? "unknown" : "failed";
    await settleMessage(services, { messageId, status, via, failure });
    if (status === "failed") throw error;
    return;
  }
  await settleMessage(services, { messageId, status: "sent", via, failure: null });
}

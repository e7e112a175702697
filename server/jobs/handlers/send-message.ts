import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { SendFailure } from "@/server/ports/messenger";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { claimMessage } from "@/server/services/message/claim-message";
import { settleMessage } from "@/server/services/message/settle-message";
import { noteOptOut } from "@/server/services/notification/note-opt-out";
import { isSandbox } from "@/server/services/sandbox/is-sandbox";

const FAILURE_CHARACTERS = 500;

/**
 * Hands one message to the outside, once; from a sandbox none. Without a messenger configured it is kept, to be read in the app. What surely
 * did not arrive is tried again by the queue unless it was refused for good; what may have arrived is marked `unknown` and
 * left to people; who has said no to the other side has said it to us.
 */
export async function sendMessage(
  services: ServiceContext,
  { messageId }: Pick<JobPayload<"send-message">, "messageId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const message = await claimMessage(services, { messageId });
  if (!message) return;
  if (await isSandbox(services, {})) {
    await settleMessage(services, { messageId, status: "kept", via: "sandbox", failure: null });
    return;
  }
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
    const kind = error instanceof SendFailure ? error.kind : signal.aborted ? "unknown" : null;
    await settleMessage(services, { messageId, status: kind === "unknown" ? "unknown" : "failed", via, failure });
    if (kind === "opted-out") await noteOptOut(services, { channel: message.channel, address: message.to });
    if (kind === null) throw error;
    return;
  }
  await settleMessage(services, { messageId, status: "sent", via, failure: null });
}

import type { MessengerPort } from "@/server/ports/messenger";

/**
 * Accepts every message and lets none leave: what was sent is kept with the message's own row and readable in the app.
 * The default until a mail server or an SMS gateway is configured.
 */
export const outboxMessenger: MessengerPort = {
  source: "outbox",
  send: async () => undefined,
};

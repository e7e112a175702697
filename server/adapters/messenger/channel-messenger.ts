import type { MessageChannel, MessengerPort } from "@/server/ports/messenger";

/** Each channel through its own messenger: mail by SMTP, SMS by a gateway, what is not configured into the outbox. */
export function createChannelMessenger(messengers: Readonly<Record<MessageChannel, MessengerPort>>): MessengerPort {
  const sources = new Set([messengers.email.source, messengers.sms.source]);
  return {
    source: [...sources].join(", "),
    send: (message) => messengers[message.channel].send(message),
  };
}

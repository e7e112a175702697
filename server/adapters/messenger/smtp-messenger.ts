import nodemailer from "nodemailer";
import type { MessengerPort } from "@/server/ports/messenger";

export interface SmtpMessengerOptions {
  /** smtp://user:password@host:587, smtps:// for TLS from the first byte. */
  readonly url: string;
  /** "Dray <dispatch@example.com>" */
  readonly from: string;
  readonly timeoutMs?: number;
}

/** E-mail through a mail server; plain text. Rejects for other channels. */
export function createSmtpMessenger({ url, from, timeoutMs = 15_000 }: SmtpMessengerOptions): MessengerPort {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A message is text and an address: nothing in it may make the library read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    source: "smtp",
    async send({ channel, to, subject, text }) {
      if (channel !== "email") throw new Error(`The mail server cannot send ${channel}`);
      await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
    },
  };
}

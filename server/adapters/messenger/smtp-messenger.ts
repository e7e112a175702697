import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type MessengerPort, type OutgoingMessage, SendFailure } from "@/server/ports/messenger";

export interface SmtpMessengerOptions {
  /** smtp://user:password@host:587, smtps:// for TLS from the first byte. */
  readonly url: string;
  /** "Dray <dispatch@example.com>" */
  readonly from: string;
  /** Where answers go; absent: to the sender. */
  readonly replyTo?: string;
  readonly timeoutMs?: number;
}

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number };

/**
 * E-mail through a mail server, plain text and HTML. A conversation of its own per message and no pool, which would send
 * again what broke off: once the message itself is on its way and no answer comes, its outcome is unknown.
 */
export function createSmtpMessenger({ url, from, replyTo, timeoutMs = 15_000 }: SmtpMessengerOptions): MessengerPort {
  const server = parseConnectionUrl(url);
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  return {
    source: "smtp",
    async send(message) {
      if (message.channel !== "email") throw new Error(`The mail server cannot send ${message.channel}`);
      const mail = compose(message, from, replyTo);
      const content = await mail.build();
      const connection = new SMTPConnection({ ...server, ...limits });
      try {
        await step(connection, (done) => connection.connect(done));
        const { auth } = server;
        if (auth) await step(connection, (done) => connection.login(auth, done));
        await step(connection, (done) => connection.send(mail.getEnvelope(), content, done)).catch(sendingFailed);
        connection.quit();
      } finally {
        connection.close();
      }
    },
  };
}

function compose(
  { to, fromName, subject, text, html, id, attachment, unsubscribeAt }: OutgoingMessage,
  from: string,
  replyTo: string | undefined,
) {
  const [address = from, domain = "localhost"] = /[^\s<>]+@([^\s<>@]+)(?=>?\s*$)/.exec(from) ?? [];
  return new MailComposer({
    from: fromName ? { name: fromName, address } : from,
    to: { name: "", address: to },
    ...(replyTo && { replyTo }),
    subject,
    text,
    ...(html && { html }),
    ...(attachment && {
      attachments: [
        {
          filename: attachment.fileName,
          contentType: `${attachment.mediaType}; charset=utf-8`,
          content: Buffer.from(attachment.content),
        },
      ],
    }),
    ...(id && { messageId: `<${id}@${domain}>` }),
    headers: {
      // Nobody's holiday answers a machine.
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeAt && {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribeAt}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    // A message is text and an address: nothing in it may make the library read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
}

/** One step of the conversation, whose trouble may come as the step's answer or out of the blue. */
function step(connection: SMTPConnection, start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = () => reject(new Error("The mail server closed the connection"));
    // Stays: what goes wrong after the step has been answered is nobody's any more.
    connection.on("error", reject);
    connection.once("end", broken);
    start((error) => {
      connection.off("end", broken);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** What an error means once the message has been offered. */
function sendingFailed(error: SmtpError): never {
  const { responseCode, code, message } = error;
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) throw error;
  if (responseCode !== undefined || code === "EENVELOPE") throw new SendFailure("refused", message, { cause: error });
  throw new SendFailure("unknown", `${message}; the mail server may have taken the message`, { cause: error });
}

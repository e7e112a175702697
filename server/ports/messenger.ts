export type MessageChannel = "email" | "sms";

export interface OutgoingMessage {
  readonly channel: MessageChannel;
  /** E-mail address or E.164 number. */
  readonly to: string;
  /** Whom an e-mail says it comes from, before the installation's own address; absent: as the installation is called. */
  readonly fromName?: string;
  /** E-mail only. */
  readonly subject?: string;
  readonly text: string;
  /** Our id of it, which an e-mail carries, so that whoever gets it twice knows. */
  readonly id?: string;
  /** An e-mail's text once more, as a whole HTML page. */
  readonly html?: string;
  /** E-mail only. */
  readonly attachment?: { readonly fileName: string; readonly mediaType: string; readonly content: string };
  /** Where one request, without a person, stops such messages (RFC 8058). */
  readonly unsubscribeAt?: string;
}

/**
 * Why a message was not sent. `refused`: it will not be, however often it is tried; `opted-out`: because its recipient has
 * said no to the other side; `unknown`: the other side may have it all the same.
 */
export type SendFailureKind = "refused" | "opted-out" | "unknown";

export class SendFailure extends Error {
  constructor(
    readonly kind: SendFailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Hands a message to the outside. Resolves when the other side accepted it; rejects with a `SendFailure` that says what is
 * known, or with any other error when it surely did not arrive and another try may help.
 */
export interface MessengerPort {
  /** `outbox`: nothing leaves, the message is only readable in the app. */
  readonly source: string;
  send(message: OutgoingMessage): Promise<void>;
}

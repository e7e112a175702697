export type MessageChannel = "email" | "sms";

export interface OutgoingMessage {
  readonly channel: MessageChannel;
  /** E-mail address or E.164 number. */
  readonly to: string;
  /** E-mail only. */
  readonly subject?: string;
  readonly text: string;
}

/** Hands a message to the outside. Resolves when the other side accepted it; rejects when it surely did not. */
export interface MessengerPort {
  /** `outbox`: nothing leaves, the message is only readable in the app. */
  readonly source: string;
  send(message: OutgoingMessage): Promise<void>;
}

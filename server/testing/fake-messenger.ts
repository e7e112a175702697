import type { MessengerPort, OutgoingMessage } from "@/server/ports/messenger";

/** Keeps what was sent. */
export class FakeMessenger implements MessengerPort {
  readonly sent: OutgoingMessage[] = [];
  /** Set to make every call fail. */
  failure: Error | undefined;

  constructor(readonly source = "fake") {}

  async send(message: OutgoingMessage): Promise<void> {
    if (this.failure) throw this.failure;
    this.sent.push(message);
  }
}

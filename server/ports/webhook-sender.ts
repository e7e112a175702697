/** What became of one try to hand a message over. */
export interface WebhookAnswer {
  /** Null: no answer. */
  readonly status: number | null;
  /** Why there is none, or why it is none that counts; null where it was taken. Names nothing but the origin. */
  readonly failure: string | null;
  /** The first of what was answered, some kilobytes at most. */
  readonly text: string;
  /** How long the other side asks to be left alone. */
  readonly retryAfterSeconds: number | null;
  readonly milliseconds: number;
}

/** Hands messages to addresses that somebody else has named, and is careful with them. */
export interface WebhookSender {
  /** Why an address may not be called, as far as its text tells; null where it may. */
  refusalOf(url: string): string | null;
  /** Posts a body once: no redirects, ten seconds, never to a closed network. Taken is what was answered with 2xx. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<WebhookAnswer>;
}

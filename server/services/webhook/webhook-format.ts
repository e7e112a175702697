import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import type { ServiceContext } from "../kernel/service-context";

/** How one dialect writes to its subscribers. */
export interface WebhookFormat {
  /** What may be subscribed to. */
  readonly topics: readonly WebhookTopic[];
  /** A message's name as its receiver reads it, in the body and in the header. */
  name(id: string): string;
  /**
   * A message's body in the vendor's words, as JSON text; it is made once, and sent the same at every try. Whatever it
   * says beyond the message is read through the services.
   */
  body(message: WebhookMessage, about: WebhookBodyScope): string | Promise<string>;
  /** What it says beside the body, of a body that was made. */
  headers?(body: string): Readonly<Record<string, string>>;
}

export interface WebhookBodyScope {
  /** The message's own name (`messageId`). */
  readonly id: string;
  readonly webhookId: string;
  /** Nothing it tells of is for real, which its reader must hear. */
  readonly isSandbox: boolean;
  readonly services: ServiceContext;
}

/** The dialects that write to subscribers, by name. */
export type WebhookFormats = ReadonlyMap<string, WebhookFormat>;

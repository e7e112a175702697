import "server-only";
import type { WebhookSender } from "@/server/ports/webhook-sender";
import { ServiceError } from "../kernel/service-error";

/** Refuses an address that may not be called, as far as its text tells; what a name resolves to is seen at every call. */
export function refuseUrl(sender: WebhookSender, url: string): void {
  const refusal = sender.refusalOf(url);
  if (refusal !== null) throw new ServiceError("invalid", `url: ${refusal}`, { reason: "address-closed" });
}

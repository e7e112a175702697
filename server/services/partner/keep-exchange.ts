import "server-only";
import { createHash } from "node:crypto";
import type { PartnerExchangeRow } from "@/db/queries/partner/exchanges";
import type { ExchangeKind } from "@/server/domain/partner/exchange-kind";
import type { Told } from "@/server/ports/carrier";
import type { CommandScope } from "../kernel/command";

/** What was said to a partner and what it answered, as it is kept. */
export function exchangeRow(
  { actor, now, newId, correlationId }: Pick<CommandScope<unknown>, "actor" | "now" | "newId" | "correlationId">,
  { partnerId, kind, handoverId }: { partnerId: string; kind: ExchangeKind; handoverId?: string },
  told: Told<{ readonly outcome: string; readonly message?: string }>,
): PartnerExchangeRow {
  const { exchange, outcome, message = "" } = told;
  const isFailure = outcome === "failed" || outcome === "unknown";
  return {
    organizationId: actor.organizationId,
    id: newId(),
    partnerId,
    kind,
    handoverId: handoverId ?? null,
    requestHash: hashBytes(exchange.request),
    ...exchange,
    failure: isFailure ? message : "",
    correlationId,
    createdAt: now,
  };
}

/** SHA-256, hex. */
export function hashBytes(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

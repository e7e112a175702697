import "server-only";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import type { HandoverRow } from "@/db/queries/partner/handovers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { saidId } from "@/server/domain/partner/said-id";
import type { CommandScope } from "../kernel/command";
import { exchangeRow } from "./keep-exchange";
import { loseOffer } from "./lose-offer";

const BROKEN_OFF = "Whoever made this offer was gone before it was answered: nobody knows whether it was heard.";

/** Gives a locked offer up whose process has died, and keeps that beside what was said to its partner. */
export async function loseBrokenOffer(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue" | "correlationId">,
  offer: HandoverRow,
): Promise<DomainEvent> {
  const { id: handoverId, partnerId, deliveryId } = offer;
  await loseOffer(scope, offer);
  const request = `assignment ${saidId("assignment", handoverId)}`;
  const exchange = { request, status: null, answer: "", milliseconds: null };
  const told = { outcome: "unknown", message: BROKEN_OFF, exchange };
  await insertExchanges(scope.tx, [exchangeRow(scope, { partnerId, kind: "hand-over", handoverId }, told)]);
  const data = { deliveryId, handoverId, outcome: "unknown" };
  return { type: "partner.declined", entity: "partner", entityId: partnerId, data };
}

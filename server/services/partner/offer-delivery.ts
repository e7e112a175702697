import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import {
  insertHandover,
  lockHandover,
  lockOpenHandovers,
  setWithPartner,
  updateHandover,
} from "@/db/queries/partner/handovers";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CarrierConnection, CarrierJob, Carriers } from "@/server/ports/carrier";
import { changed, command, unchanged, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { cancelHandover } from "./cancel-handover";
import { exchangeRow } from "./keep-exchange";

/** An offer nobody has heard the end of for so long is lost: whoever made it is not there any more. */
const LOST_MS = 5 * 60_000;
/** What is taken back at once is done so once more by then, if whoever was at it did not get through. */
const UNHEARD_MS = 30_000;

export interface Attempt {
  readonly partnerId: string;
  readonly outcome: "accepted" | "declined" | "failed" | "unknown" | "not-open";
  readonly message: string;
  /** Of what was accepted. */
  readonly handoverId: string | null;
}

/**
 * Offers one delivery to one partner, and gives it to him if he takes it. The offer is written down before it is made, and
 * one of which nobody knows whether it was heard is taken back before anybody else is asked.
 */
export async function offerDelivery(
  services: ServiceContext,
  {
    partnerId,
    deliveryId,
    connection,
    job,
  }: { partnerId: string; deliveryId: string; connection: CarrierConnection; job: CarrierJob },
): Promise<Attempt> {
  const { carriers } = services.ports;
  const { handoverId } = await beginOffer(services, { partnerId, deliveryId });
  if (handoverId === null) return { partnerId, outcome: "not-open", message: "It is on its way already.", handoverId };
  const told = await carriers.handOver(connection, { ...job, assignmentId: handoverId, deliveryId });
  const { isGiven } = await endOffer(services, { handoverId, told });
  if (told.outcome === "accepted" && isGiven) return { partnerId, outcome: "accepted", message: "", handoverId };
  if (mayHaveTaken(told)) await cancelHandover(services, { handoverId });
  if (told.outcome === "accepted")
    return { partnerId, outcome: "not-open", message: "It was taken meanwhile.", handoverId: null };
  return { partnerId, outcome: told.outcome, message: told.message, handoverId: null };
}

const beginOffer = command({
  permission: "plan.dispatch",
  input: z.object({ partnerId: z.uuid(), deliveryId: z.uuid() }),
  run: async ({ tx, actor, now, newId, enqueue }, { partnerId, deliveryId }) => {
    const { organizationId } = actor;
    const [delivery] = await lockDeliveries(tx, organizationId, [deliveryId]);
    const known = found(delivery, "delivery");
    if (known.route || known.status !== "requested") return unchanged({ handoverId: null });
    for (const open of await lockOpenHandovers(tx, organizationId, [deliveryId])) {
      if (open.status !== "offered" || now.getTime() - open.createdAt.getTime() < LOST_MS) {
        return unchanged({ handoverId: null });
      }
      await updateHandover(tx, organizationId, open.id, { status: "lost", endedAt: now, updatedAt: now });
      await enqueue("cancel-handover", { handoverId: open.id });
    }
    const handoverId = newId();
    const row = { organizationId, id: handoverId, partnerId, deliveryId, status: "offered" as const };
    const isMade = await insertHandover(tx, { ...row, createdAt: now, updatedAt: now });
    return untraced({ handoverId: isMade ? handoverId : null });
  },
});

type HandedOver = Awaited<ReturnType<Carriers["handOver"]>>;
const mayHaveTaken = ({ outcome }: HandedOver) => outcome === "accepted" || outcome === "unknown";

const endOffer = command({
  permission: "plan.dispatch",
  input: z.object({ handoverId: z.uuid(), told: z.custom<HandedOver>((value) => typeof value === "object") }),
  run: async (scope, { handoverId, told }) => {
    const { tx, actor, now, enqueue } = scope;
    const { organizationId } = actor;
    const offer = found(await lockHandover(tx, organizationId, handoverId), "route");
    const { partnerId, deliveryId } = offer;
    await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "hand-over", handoverId }, told)]);
    const [delivery] = await lockDeliveries(tx, organizationId, [deliveryId]);
    const isFree = offer.status === "offered" && delivery?.status === "requested" && !delivery.route;
    const data = { deliveryId, handoverId };
    if (told.outcome === "accepted" && delivery && isFree) {
      const reference = told.reference;
      await updateHandover(tx, organizationId, handoverId, { status: "accepted", reference, updatedAt: now });
      await setWithPartner(tx, organizationId, deliveryId, { status: "assigned", partnerId, now });
      const events: DomainEvent[] = [
        { type: "partner.handed-over", entity: "partner", entityId: partnerId, data },
        {
          type: "delivery.changed",
          entity: "delivery",
          entityId: deliveryId,
          data: { partnerId },
          before: { status: delivery.status },
          after: { status: "assigned" },
        },
      ];
      return changed({ isGiven: true }, events);
    }
    const status = told.outcome === "declined" ? "declined" : told.outcome === "accepted" ? "withdrawn" : "lost";
    const reference = told.outcome === "accepted" ? told.reference : "";
    await updateHandover(tx, organizationId, handoverId, { status, reference, endedAt: now, updatedAt: now });
    if (mayHaveTaken(told)) await enqueue("cancel-handover", { handoverId }, new Date(now.getTime() + UNHEARD_MS));
    return changed({ isGiven: false }, [
      { type: "partner.declined", entity: "partner", entityId: partnerId, data: { ...data, outcome: told.outcome } },
    ]);
  },
});

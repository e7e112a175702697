import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import {
  type HandoverRow,
  insertHandover,
  isCancelRefused,
  listAsked,
  lockOpenHandovers,
  setWithPartner,
  updateHandover,
} from "@/db/queries/partner/handovers";
import { lockRound, updateRound } from "@/db/queries/partner/rounds";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { UNHEARD_MS } from "@/server/domain/partner/handover";
import { nextManifestAt } from "@/server/domain/partner/next-manifest";
import type { CarrierConnection, CarrierJob, Carriers } from "@/server/ports/carrier";
import { type CommandScope, changed, command, type Outcome, unchanged, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { cancelHandover } from "./cancel-handover";
import { exchangeRow } from "./keep-exchange";
import { lockOffer } from "./lock-offer";
import type { RunningRound } from "./start-run";

export interface Attempt {
  readonly partnerId: string;
  /** `kept`: nobody knows whether he took it, and he says that it cannot be taken back. */
  readonly outcome: "accepted" | "awaited" | "declined" | "failed" | "unknown" | "kept" | "not-open";
  readonly message: string;
  /** Of what was accepted, or may still be. */
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
    round: { roundId, runId, deliveryId },
    connection,
    job,
    answerMinutes,
    timeZone,
  }: {
    partnerId: string;
    round: RunningRound;
    connection: CarrierConnection;
    job: CarrierJob;
    /** How long a partner may take who answers by himself. */
    answerMinutes: number;
    /** In which the times of manifests are. */
    timeZone: string;
  },
): Promise<Attempt> {
  const { carriers, clock } = services.ports;
  const handoverId = await beginOffer(services, { partnerId, roundId, runId, deliveryId });
  if (handoverId === null) return { partnerId, outcome: "not-open", message: "It is on its way already.", handoverId };
  const told = await carriers.handOver(connection, { ...job, assignmentId: handoverId, deliveryId });
  const { manifest } = connection.settings;
  const listedAt =
    connection.connector === "manifest" && manifest ? nextManifestAt(manifest, clock.now(), timeZone) : null;
  const { end } = await endOffer(services, { handoverId, told, answerMinutes, listedAt });
  if (end === "accepted" || end === "awaited") return { partnerId, outcome: end, message: "", handoverId };
  const isKept = mayHaveTaken(told) && (await cancelHandover(services, { handoverId })).isRefused;
  if (end === "declined") return { partnerId, outcome: end, message: "It said no.", handoverId: null };
  if (end === "not-open" || "reference" in told) {
    return { partnerId, outcome: "not-open", message: "It was taken meanwhile.", handoverId: null };
  }
  return { partnerId, outcome: isKept ? "kept" : told.outcome, message: told.message, handoverId: null };
}

/**
 * Null: not to be offered any more, or not in this round, or to this partner once already, or somebody has yet to decide about a
 * partner who does not give it back.
 */
const beginOffer = command({
  permission: "plan.dispatch",
  input: z.object({ partnerId: z.uuid(), roundId: z.uuid(), runId: z.uuid(), deliveryId: z.uuid() }),
  run: async (
    { tx, actor, now, newId },
    { partnerId, roundId, runId, deliveryId },
  ): Promise<Outcome<string | null>> => {
    const { organizationId } = actor;
    const delivery = found((await lockDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    if (delivery.route || delivery.status !== "requested") return unchanged(null);
    const round = await lockRound(tx, organizationId, roundId);
    if (!round || round.endedAt || round.runId !== runId) return unchanged(null);
    // Whoever was told before has answered meanwhile that he keeps it.
    if (await isCancelRefused(tx, organizationId, deliveryId)) return unchanged(null);
    const asked = await listAsked(tx, organizationId, { deliveryId, roundId });
    const [open] = await lockOpenHandovers(tx, organizationId, [deliveryId]);
    if (open || asked.includes(partnerId)) return unchanged(null);
    const id = newId();
    const about = { organizationId, id, partnerId, deliveryId, roundId, isByHand: round.isByHand };
    const isMade = await insertHandover(tx, { ...about, status: "offered", createdAt: now, updatedAt: now });
    return isMade ? untraced(id) : unchanged(null);
  },
});

type HandedOver = Awaited<ReturnType<Carriers["handOver"]>>;
const mayHaveTaken = ({ outcome }: HandedOver) => outcome !== "declined" && outcome !== "failed";
/** `closed`: as he was heard; `declined`: by his own word, which came before; `not-open`: ended meanwhile, and its round with it. */
type OfferEnd = "accepted" | "awaited" | "closed" | "declined" | "not-open";

const endOffer = command({
  permission: "plan.dispatch",
  input: z.object({
    handoverId: z.uuid(),
    told: z.custom<HandedOver>((value) => typeof value === "object"),
    answerMinutes: z.int().min(1),
    /** When its partner is mailed the list it is on; null: he is mailed none. */
    listedAt: z.date().nullable(),
  }),
  run: async (scope, { handoverId, told, answerMinutes, listedAt }): Promise<Outcome<{ readonly end: OfferEnd }>> => {
    const { tx, actor, now, enqueue } = scope;
    const { organizationId } = actor;
    const { offer, delivery, round } = found(await lockOffer(tx, organizationId, handoverId), "route");
    const { partnerId, deliveryId } = offer;
    await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "hand-over", handoverId }, told)]);
    const isHis = told.outcome === "accepted" || told.outcome === "awaited";
    // He has said by himself that it is his before his server's answer was heard, or while it was not: that stands.
    if (offer.status === "accepted" || offer.status === "done") {
      const reference = offer.reference || ("reference" in told ? told.reference : "");
      if (reference !== offer.reference) await updateHandover(tx, organizationId, handoverId, { reference });
      if (listedAt) await putOnList(scope, offer, listedAt);
      return untraced({ end: "accepted" });
    }
    if (offer.status !== "offered") return untraced({ end: await noteLateAnswer(scope, offer, told) });
    const isFree = delivery.status === "requested" && !delivery.route;
    const data = { deliveryId, handoverId };
    if (told.outcome === "awaited" && isFree) {
      const { reference } = told;
      await updateHandover(tx, organizationId, handoverId, { status: "awaited", reference, updatedAt: now });
      if (round) await updateRound(tx, organizationId, round.id, { runId: null });
      await enqueue("pass-on-offer", { handoverId }, new Date(now.getTime() + answerMinutes * 60_000));
      return untraced({ end: "awaited" });
    }
    if (told.outcome === "accepted" && isFree) {
      const reference = told.reference;
      const set = { status: "accepted" as const, reference, answeredAt: now, updatedAt: now };
      await updateHandover(tx, organizationId, handoverId, set);
      if (round) await updateRound(tx, organizationId, round.id, { end: "taken", endedAt: now, runId: null });
      await setWithPartner(tx, organizationId, deliveryId, { status: "assigned", partnerId, now });
      if (listedAt) await putOnList(scope, offer, listedAt);
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
      return changed({ end: "accepted" }, events);
    }
    const status = told.outcome === "declined" ? "declined" : isHis ? "withdrawn" : "lost";
    const reference = "reference" in told ? told.reference : "";
    const answeredAt = status === "lost" ? null : now;
    await updateHandover(tx, organizationId, handoverId, {
      status,
      reference,
      answeredAt,
      ...(mayHaveTaken(told) && { cancelState: "telling" as const }),
      endedAt: now,
      updatedAt: now,
    });
    if (mayHaveTaken(told)) await enqueue("cancel-handover", { handoverId }, new Date(now.getTime() + UNHEARD_MS));
    return changed({ end: "closed" }, [
      { type: "partner.declined", entity: "partner", entityId: partnerId, data: { ...data, outcome: told.outcome } },
    ]);
  },
});

/** Keeps how an offer has ended that was called back, given up or declined before its answer came; a yes is taken back. */
async function noteLateAnswer(
  { tx, actor, now, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueue">,
  { id, status, answeredAt }: HandoverRow,
  told: HandedOver,
): Promise<"declined" | "not-open"> {
  const { organizationId } = actor;
  const isYes = told.outcome === "accepted";
  if (status === "declined" && !isYes) return "declined";
  if ("reference" in told) {
    // Who has said both yes and no must hear what holds.
    const became = {
      ...(status === "declined" && { status: "lost" as const }),
      ...(isYes && { answeredAt: answeredAt ?? now, cancelState: "telling" as const }),
    };
    await updateHandover(tx, organizationId, id, { reference: told.reference, ...became });
  }
  if (mayHaveTaken(told)) await enqueue("cancel-handover", { handoverId: id }, new Date(now.getTime() + UNHEARD_MS));
  return status === "declined" ? "declined" : "not-open";
}

/** Has a handover mailed with its partner's next list. */
async function putOnList(
  { tx, actor, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "enqueue">,
  { id, partnerId }: HandoverRow,
  listedAt: Date,
): Promise<void> {
  await updateHandover(tx, actor.organizationId, id, { isListed: true });
  await enqueue("send-manifest", { partnerId, at: listedAt.toISOString() }, listedAt);
}

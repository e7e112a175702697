import "server-only";
import { z } from "zod";
import { listRouteDoors } from "@/db/queries/execution/runs";
import { answerExchange, claimExchange, findExchange } from "@/db/queries/partner/exchanges";
import { findPartnerRoute, type HandoverRow, setWithPartner, updateHandover } from "@/db/queries/partner/handovers";
import { type RoundRow, updateRound } from "@/db/queries/partner/rounds";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { HandoverStatus } from "@/server/domain/partner/handover";
import { judgePartnerWord, PARTNER_WORDS, type PartnerWord } from "@/server/domain/partner/partner-word";
import { takeActs } from "../execution/take-acts";
import { type CommandScope, changed, command, type Outcome, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { hashBytes } from "./keep-exchange";
import { leaveWithPartner, mayBeLeft } from "./leave-with-partner";
import { lockOffer } from "./lock-offer";
import { ownPartner } from "./own-partner";
import { partnerActs } from "./partner-acts";

const inputSchema = z.object({
  partnerId: z.uuid(),
  assignmentId: z.uuid(),
  word: z.enum(PARTNER_WORDS),
  /** By what it is known when it comes again. */
  name: z.string().min(1).max(300),
  /** As it came. */
  raw: z.string(),
  /** When it happened; absent: now. */
  at: z.date().optional(),
  /** Of an assignment with several: which of them, by delivery or by door; absent: all. */
  deliveryId: z.uuid().optional(),
  visitId: z.uuid().optional(),
  note: z.string().max(1000).default(""),
  recipientName: z.string().max(120).default(""),
  reference: z.string().max(200).optional(),
});
type Said = z.output<typeof inputSchema>;

/** What became of a partner's word. */
export interface WordVerdict {
  readonly verdict: "applied" | "superseded" | "rejected";
  readonly message: string;
}

const REJECTED = { verdict: "rejected" } as const;
const CLOSED = "This assignment has ended otherwise, or is not this partner's any more.";

/** Words of who has a delivery, and does with it what he said he would. */
const DOING: readonly PartnerWord[] = ["picked-up", "enroute", "arrived", "delivered", "failed", "returned"];

/**
 * Takes what a partner says of an assignment: a delivery that was handed over, or a route of one of its own drivers, whose
 * acts go the way all drivers' acts go. Who has said that he cannot give a delivery back and goes on with it before anybody
 * has decided is left with it. Every word is kept as it came; one that came before is answered as then
 * (`isRepeated`). Refused where it contradicts how things have ended.
 */
export async function takePartnerWord(
  services: ServiceContext,
  said: z.input<typeof inputSchema>,
): Promise<WordVerdict & { readonly isRepeated: boolean }> {
  const taken = await keepWord(services, said);
  if (taken.verdict !== "rejected") return taken;
  // Kept all the same: that it was said is part of the record.
  throw new ServiceError("refused", taken.message, { reason: "closed" });
}

const keepWord = command({
  permission: "partner.act",
  input: inputSchema,
  run: async (scope, said): Promise<Outcome<WordVerdict & { readonly isRepeated: boolean }>> => {
    const { tx, actor, now, newId, correlationId } = scope;
    const { organizationId } = actor;
    const { partnerId, assignmentId, raw } = said;
    await ownPartner(tx, actor, partnerId);
    const held = await lockOffer(tx, organizationId, assignmentId);
    const route = held ? undefined : await findPartnerRoute(tx, organizationId, partnerId, assignmentId);
    if (!route && held?.offer.partnerId !== partnerId) throw noSuch("route");
    const id = newId();
    const name = hashBytes(`${assignmentId} ${said.name}`);
    const about = { organizationId, id, partnerId, kind: "status" as const, name, handoverId: assignmentId };
    const isNew = await claimExchange(tx, {
      ...about,
      request: raw,
      requestHash: hashBytes(raw),
      correlationId,
      createdAt: now,
    });
    if (!isNew) {
      const before = found(await findExchange(tx, organizationId, partnerId, "status", name), "route");
      return unchanged({ ...(JSON.parse(before.answer) as WordVerdict), isRepeated: true });
    }
    const outcome = held ? await ofHandover(scope, held, said) : await ofRoute(scope, route!, said);
    await answerExchange(tx, organizationId, id, JSON.stringify(outcome.result));
    return { ...outcome, result: { ...outcome.result, isRepeated: false } };
  },
});

async function ofHandover(
  scope: CommandScope<unknown>,
  held: NonNullable<Awaited<ReturnType<typeof lockOffer>>>,
  { word, at = scope.now, note, reference, partnerId, deliveryId }: Said,
): Promise<Outcome<WordVerdict>> {
  const { tx, actor, now, enqueue } = scope;
  const { organizationId } = actor;
  const { round } = held;
  const isKept =
    held.offer.cancelState === "refused" &&
    DOING.includes(word) &&
    (await mayBeLeft(tx, organizationId, held.delivery));
  const handover: HandoverRow = isKept ? { ...held.offer, status: "accepted", endedAt: null } : held.offer;
  const delivery = isKept ? { ...held.delivery, status: "assigned" as const } : held.delivery;
  if (deliveryId !== undefined && deliveryId !== handover.deliveryId) throw noSuch("delivery");
  const isAnswer = handover.status === "offered" || handover.status === "awaited";
  const state = { handover: handover.status, delivery: delivery.status, saidAt: handover.saidAt };
  // Planned on a route of our own meanwhile, it is not there to be taken.
  const judged = isAnswer && delivery.route ? REJECTED : judgePartnerWord(state, word, at);
  if (judged.verdict !== "applied") {
    return unchanged({ verdict: judged.verdict, message: judged.verdict === "rejected" ? CLOSED : "" });
  }
  const events: DomainEvent[] = isKept ? await leaveWithPartner(scope, held.offer) : [];
  const saidAt = handover.saidAt && handover.saidAt > at ? handover.saidAt : at;
  await updateHandover(tx, organizationId, handover.id, {
    saidAt,
    updatedAt: now,
    ...(judged.handover && { status: judged.handover }),
    ...(isAnswer && { answeredAt: now }),
    ...(judged.handover && judged.handover !== "accepted" && { endedAt: handover.endedAt ?? now }),
    ...(reference !== undefined && { reference }),
  });
  // Who is mailed lists has said nothing yet: what he gives back before he has it is his no.
  const isNo = judged.handover === "declined" || (judged.handover === "given-back" && isListedOnly(handover, delivery));
  if (isNo) await enqueue("pass-on-offer", { handoverId: handover.id });
  const became = round && roundAfter(round, judged.handover, isNo);
  if (became) await updateRound(tx, organizationId, round.id, { ...became, endedAt: became.end && now });
  events.push({
    type: typeOf(judged.handover, isAnswer),
    entity: "partner",
    entityId: partnerId,
    occurredAt: at,
    data: { word, deliveryId: delivery.id, handoverId: handover.id, ...(note && { note }) },
  });
  if (judged.delivery && judged.delivery !== delivery.status) {
    const isOurs = judged.handover === "given-back";
    await setWithPartner(tx, organizationId, delivery.id, {
      status: judged.delivery,
      partnerId: isOurs ? null : partnerId,
      now,
    });
    events.push({
      type: "delivery.changed",
      entity: "delivery",
      entityId: delivery.id,
      occurredAt: at,
      data: { partnerId },
      before: { status: delivery.status },
      after: { status: judged.delivery },
    });
  }
  return changed({ verdict: "applied", message: "" }, events);
}

/** Taken, a round is over; it goes on where what was only listed is given back, unless somebody chose this partner. */
function roundAfter({ end, isByHand }: RoundRow, became: HandoverStatus | undefined, isNo: boolean) {
  if (end === "taken") return isNo && !isByHand ? ({ end: null } as const) : null;
  const isTaken = became === "accepted" || became === "done";
  return end === null && isTaken ? ({ end: "taken", runId: null } as const) : null;
}

/** He was given it by agreement, and has not come for it. */
function isListedOnly({ isListed }: HandoverRow, { status }: { readonly status: DeliveryStatus }): boolean {
  return isListed && status === "assigned";
}

function typeOf(became: HandoverStatus | undefined, isAnswer: boolean): DomainEvent["type"] {
  if (became === "given-back") return "partner.gave-back";
  if (became === "declined") return "partner.declined";
  return isAnswer ? "partner.handed-over" : "partner.reported";
}

async function ofRoute(
  scope: CommandScope<unknown>,
  route: { readonly id: string; readonly planId: string },
  { word, at = scope.now, note, recipientName, name, deliveryId, visitId }: Said,
): Promise<Outcome<WordVerdict>> {
  const { tx, actor, now } = scope;
  const all = await listRouteDoors(tx, actor.organizationId, route.planId, route.id);
  const doors = all.filter(
    (door) =>
      (deliveryId === undefined || door.deliveryId === deliveryId) &&
      (visitId === undefined || door.visitId === visitId),
  );
  if (doors.length === 0 && (deliveryId !== undefined || visitId !== undefined)) throw noSuch("stop");
  const ops = partnerActs({ word, at, note, recipientName, name: `${route.id} ${name}` }, doors);
  const outcome = await takeActs(scope, route.id, null, { deviceNow: now, ops });
  const { answers } = outcome.result;
  const refused = answers.find(({ verdict }) => verdict === "rejected");
  const isApplied = answers.some(({ verdict }) => verdict === "applied");
  const result: WordVerdict = refused
    ? { verdict: "rejected", message: refused.message ?? `Refused: ${refused.reason}.` }
    : { verdict: isApplied ? "applied" : "superseded", message: "" };
  return { ...outcome, result };
}

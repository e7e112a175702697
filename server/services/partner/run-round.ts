import "server-only";
import { z } from "zod";
import { beatRound, closeRound } from "@/db/queries/partner/rounds";
import { BEAT_MS } from "@/server/domain/partner/round";
import { changed, command, unchanged, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import type { DeliveryRecord } from "../order/delivery-record";
import { cancelHandover } from "./cancel-handover";
import { comparePartners } from "./compare-partners";
import { type Attempt, offerDelivery } from "./offer-delivery";
import { type PartnerDesk, readPartnerDesk } from "./partner-desk";
import type { RunningRound } from "./start-run";

/** What became of one delivery: with whom it is now, and who was asked before. */
export interface HandoverVerdict {
  readonly deliveryId: string;
  /** `awaited`: a partner has heard it and has the policy's time to answer; whoever follows is asked by then. */
  readonly outcome: "handed-over" | "awaited" | "nobody" | "not-open";
  readonly partnerId: string | null;
  readonly handoverId: string | null;
  readonly attempts: readonly Attempt[];
}

/** How a round goes on that was run before. */
export interface RestOfRound {
  readonly round: RunningRound;
  /** Who is not asked any more. */
  readonly exceptPartnerIds: readonly string[];
  /** An offer that has to be taken back before anybody else is asked; null: there is none. */
  readonly lostId: string | null;
}

/** What is asked in a round: for which order, and whom. */
interface Question {
  readonly desk: PartnerDesk;
  readonly record: DeliveryRecord;
  readonly lostId: string | null;
}

/**
 * Asks the partners of a desk in the order of the policy until one accepts, will answer by himself, or nobody is left; without
 * the policy's fallback only the first. While it does, it says that it lives. It ends where the round does not go on: stopped,
 * given to another run, or because a partner does not give back what he may have taken.
 */
export async function runRound(
  services: ServiceContext,
  { round, ...question }: Question & { readonly round: RunningRound },
): Promise<HandoverVerdict> {
  return runToItsEnd(services, round, async () => question);
}

/** Goes on with a round: with whoever has not been asked in it yet. */
export async function goOnWithRound(
  services: ServiceContext,
  { round, exceptPartnerIds, lostId }: RestOfRound,
): Promise<HandoverVerdict> {
  return runToItsEnd(services, round, async () => {
    const whole = await readPartnerDesk(services, { deliveryIds: [round.deliveryId] });
    const desk = { ...whole, partners: whole.partners.filter(({ partner }) => !exceptPartnerIds.includes(partner.id)) };
    const [record] = desk.records;
    return record && { desk, record, lostId };
  });
}

/** `prepare` is part of the run: a desk with many partners takes long to read. It answers with nothing where there is no order. */
async function runToItsEnd(
  services: ServiceContext,
  round: RunningRound,
  prepare: () => Promise<Question | undefined>,
): Promise<HandoverVerdict> {
  const { deliveryId, roundId, runId } = round;
  const verdict = await whileBeating(services, round, async (): Promise<HandoverVerdict> => {
    const question = await prepare();
    if (!question) return nobody(deliveryId, "not-open");
    const { desk, record, lostId } = question;
    if (lostId !== null && (await cancelHandover(services, { handoverId: lostId })).isRefused) {
      return nobody(deliveryId, "nobody");
    }
    return askInTurn(services, desk, record, round);
  });
  if (verdict.partnerId === null) await endRound(services, { roundId, runId });
  return verdict;
}

async function askInTurn(
  services: ServiceContext,
  desk: PartnerDesk,
  record: DeliveryRecord,
  round: RunningRound,
): Promise<HandoverVerdict> {
  const { policy, homeZone: timeZone } = desk;
  const { deliveryId, vehicleProfile } = round;
  const { ranked, job } = await comparePartners(services, desk, record, {
    vehicleProfile,
    isQuoted: (able) => able > 1 && policy.by !== "sla",
  });
  const attempts: Attempt[] = [];
  for (const { partnerId, connection } of ranked) {
    const { answerMinutes } = policy;
    const attempt = await offerDelivery(services, { partnerId, round, connection, job, answerMinutes, timeZone });
    attempts.push(attempt);
    const { outcome, handoverId } = attempt;
    if (outcome === "accepted") return { deliveryId, outcome: "handed-over", partnerId, handoverId, attempts };
    if (outcome === "awaited") return { deliveryId, outcome, partnerId, handoverId, attempts };
    if (outcome === "not-open") return nobody(deliveryId, "not-open", attempts);
    if (outcome === "kept" || !policy.isFallback) break;
  }
  return nobody(deliveryId, "nobody", attempts);
}

export function nobody(
  deliveryId: string,
  outcome: "nobody" | "not-open",
  attempts: readonly Attempt[] = [],
): HandoverVerdict {
  return { deliveryId, outcome, partnerId: null, handoverId: null, attempts };
}

async function whileBeating<T>(
  services: ServiceContext,
  { roundId, runId }: RunningRound,
  work: () => Promise<T>,
): Promise<T> {
  // A beat that is lost with the database is one of several.
  const beating = setInterval(() => void beat(services, { roundId, runId }).catch(() => {}), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

const beat = command({
  permission: "plan.dispatch",
  input: z.object({ roundId: z.uuid(), runId: z.uuid() }),
  run: async ({ tx, actor }, run) => untraced(await beatRound(tx, actor.organizationId, run)),
});

/** Ends a round that came to nothing, unless somebody else has ended it or goes on with it. */
const endRound = command({
  permission: "plan.dispatch",
  input: z.object({ roundId: z.uuid(), runId: z.uuid() }),
  run: async ({ tx, actor, now }, run) => {
    const ended = await closeRound(tx, actor.organizationId, run, now);
    if (!ended) return unchanged(null);
    const { id: roundId, deliveryId } = ended;
    return changed(null, [
      { type: "partner.round-ended", entity: "delivery", entityId: deliveryId, data: { roundId } },
    ]);
  },
});

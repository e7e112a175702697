import { z } from "zod";
import type { TrackingScope } from "./tracking-access";
import type { TrackingPolicy } from "./tracking-policy";
import { hasEnded, type TrackingState } from "./tracking-state";

const DAY_MS = 86_400_000;
const text = (max: number) => z.string().trim().min(1).max(max);

export const SAFE_PLACES = ["porch", "garage", "garden", "mailbox", "concierge", "neighbour", "other"] as const;
export type SafePlace = (typeof SAFE_PLACES)[number];

/** What a customer says on his page; read from a form, so numbers come as text (product.md §3, "what you can do"). */
export const customerActSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("instructions"), text: text(500) }),
  z.object({ act: z.literal("safe-place"), place: z.enum(SAFE_PLACES), note: z.string().trim().max(200).default("") }),
  z.object({ act: z.literal("reschedule"), slot: text(80) }),
  z.object({
    act: z.literal("rate"),
    stars: z.coerce.number().int().min(1).max(5),
    comment: z.string().trim().max(1000).default(""),
  }),
  z.object({ act: z.literal("proof"), answer: text(20) }),
]);
export type CustomerAct = z.output<typeof customerActSchema>["act"];

export const CUSTOMER_ACTS: readonly CustomerAct[] = ["instructions", "safe-place", "reschedule", "rate", "proof"];

export interface CustomerActFacts {
  /** What the customer's link still opens. */
  readonly scope: TrackingScope;
  readonly state: TrackingState;
  readonly reschedules: number;
  /** When what was promised begins, and the project's own cut-off; null: there is none. */
  readonly promiseFromMs: number | null;
  readonly cutoffAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly isRated: boolean;
  readonly proofs: number;
}

/** Why not, in words for the page's own texts. */
export type ActRefusal = "switched-off" | "not-yet" | "too-late" | "limit-reached" | "already-done" | "nothing-there";

/** Whether a customer may do something at a moment; null: yes. The same answer draws the page and judges the request. */
export function refusesAct(
  act: CustomerAct,
  facts: CustomerActFacts,
  { acts }: TrackingPolicy,
  nowMs: number,
): ActRefusal | null {
  if (facts.scope !== "page") return "too-late";
  switch (act) {
    case "instructions":
      return acts.instructions ? refusesNote(facts) : "switched-off";
    case "safe-place":
      return acts.safePlace ? refusesNote(facts) : "switched-off";
    case "reschedule":
      return refusesReschedule(facts, acts, nowMs);
    case "rate":
      return refusesRating(facts, acts, nowMs);
    case "proof":
      if (!acts.proof) return "switched-off";
      if (!isDone(facts.state)) return hasEnded(facts.state) ? "nothing-there" : "not-yet";
      return facts.proofs === 0 ? "nothing-there" : null;
  }
}

/** Until the driver is at the door a note still reaches him. */
function refusesNote({ state }: CustomerActFacts): ActRefusal | null {
  return hasEnded(state) || state === "arrived" ? "too-late" : null;
}

/** What is loaded stays loaded: only what no van has aboard can go to another day. */
function refusesReschedule(facts: CustomerActFacts, acts: TrackingPolicy["acts"], nowMs: number): ActRefusal | null {
  if (acts.mostReschedules === 0) return "switched-off";
  if (facts.state !== "planned" && facts.state !== "rescheduled") return "too-late";
  const until = Math.min(
    facts.cutoffAtMs ?? Number.POSITIVE_INFINITY,
    (facts.promiseFromMs ?? Number.POSITIVE_INFINITY) - acts.rescheduleMinutesBefore * 60_000,
  );
  if (nowMs >= until) return "too-late";
  return facts.reschedules >= acts.mostReschedules ? "limit-reached" : null;
}

function refusesRating(facts: CustomerActFacts, acts: TrackingPolicy["acts"], nowMs: number): ActRefusal | null {
  if (!acts.rating) return "switched-off";
  if (!isDone(facts.state) && facts.state !== "failed") return hasEnded(facts.state) ? "nothing-there" : "not-yet";
  if (facts.endedAtMs === null) return "not-yet";
  if (nowMs >= facts.endedAtMs + acts.ratingDays * DAY_MS) return "too-late";
  return facts.isRated ? "already-done" : null;
}

function isDone(state: TrackingState): boolean {
  return state === "delivered" || state === "partly-delivered";
}

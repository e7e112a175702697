import { z } from "zod";
import { slotKeySchema } from "@/server/domain/slot/slot-schema";
import { cleanCustomerText } from "./clean-customer-text";
import type { TrackingScope } from "./tracking-access";
import type { TrackingPolicy } from "./tracking-policy";
import { hasEnded, type TrackingState } from "./tracking-state";

const DAY_MS = 86_400_000;

/** What a browser may hold back beforehand; the same limits judge the request. */
export const MOST_LETTERS = { instructions: 500, detail: 200, comment: 1000, answer: 20 } as const;
/** How often a customer may say something else about his door: enough for a change of mind, not for a game. */
export const MOST_WISH_CHANGES = 20;

const text = (max: number) => z.string().transform(cleanCustomerText).pipe(z.string().max(max));

export const SAFE_PLACES = ["porch", "garage", "garden", "mailbox", "concierge", "neighbour", "other"] as const;
export type SafePlace = (typeof SAFE_PLACES)[number];

/** What a customer says on his page; read from a form, so numbers come as text (product.md §3, "what you can do"). */
export const customerActSchema = z.discriminatedUnion("act", [
  /** Empty takes back what was said. */
  z.object({ act: z.literal("instructions"), text: text(MOST_LETTERS.instructions) }),
  /** An empty place: into somebody's hands after all. Elsewhere needs to be said where. */
  z
    .object({
      act: z.literal("safe-place"),
      place: z.enum(SAFE_PLACES).or(z.literal("").transform(() => null)),
      detail: text(MOST_LETTERS.detail).default(""),
    })
    .refine(({ place, detail }) => place !== "other" || detail !== "", { path: ["detail"] }),
  z.object({ act: z.literal("reschedule"), slot: slotKeySchema }),
  z.object({
    act: z.literal("rate"),
    stars: z.stringFormat("stars", /^[1-5]$/).transform(Number),
    comment: text(MOST_LETTERS.comment).default(""),
  }),
  z.object({ act: z.literal("proof"), answer: text(MOST_LETTERS.answer).pipe(z.string().min(1)) }),
]);
export type CustomerActInput = z.output<typeof customerActSchema>;
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
  /** Whether its project offers slots at all. */
  readonly hasSlots: boolean;
}

/** Why not, in words for the page's own texts. */
export type ActRefusal = "switched-off" | "not-yet" | "too-late" | "limit-reached" | "already-done" | "nothing-there";

/** What is wrong with one request, where the act itself may be done. */
export const ACT_FAULTS = [
  "too-long",
  "incomplete",
  "too-often",
  "slot-gone",
  "wrong-answer",
  "too-many-tries",
  "stale-form",
] as const;
export type ActFault = ActRefusal | (typeof ACT_FAULTS)[number];

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

const BEFORE_LEAVING: readonly TrackingState[] = ["planned", "rescheduled", "dispatched"];

/** Until the driver is at the door a note still reaches him. */
function refusesNote({ state }: CustomerActFacts): ActRefusal | null {
  return hasEnded(state) || state === "arrived" ? "too-late" : null;
}

/** What is loaded stays loaded: only what no driver has set off with can go to another day. */
function refusesReschedule(facts: CustomerActFacts, acts: TrackingPolicy["acts"], nowMs: number): ActRefusal | null {
  if (acts.mostReschedules === 0) return "switched-off";
  if (!BEFORE_LEAVING.includes(facts.state)) return "too-late";
  if (!facts.hasSlots) return "nothing-there";
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

import type { KeptAct } from "../store/kept";

/** The server's answer to one act. */
export interface OpAnswer {
  readonly opId: string;
  readonly verdict: "applied" | "duplicate" | "superseded" | "rejected";
  readonly reason?: string;
  readonly message?: string;
  readonly movedToRoute?: number;
}

/** The server's answer to a batch. */
export interface OpsAnswer {
  readonly answers: readonly OpAnswer[];
  /** How far this device's clock is behind; 0 while that is tolerated. */
  readonly skewSeconds: number;
}

/** What waits, in the order it must be sent; refused acts wait for their driver, not for the server. */
export function waitingActs(acts: readonly KeptAct[]): KeptAct[] {
  return acts.filter(({ refusal }) => refusal === null).toSorted((a, b) => a.act.deviceSeq - b.act.deviceSeq);
}

/** Which acts the server has now and which it refused, and why. An act without an answer is in neither list: it waits on. */
export function settleActs(
  sent: readonly KeptAct[],
  answers: readonly OpAnswer[],
): { readonly taken: readonly KeptAct[]; readonly refused: readonly KeptAct[] } {
  const byId = new Map(answers.map((answer) => [answer.opId, answer]));
  const taken: KeptAct[] = [];
  const refused: KeptAct[] = [];
  for (const kept of sent) {
    const answer = byId.get(kept.opId);
    if (!answer) continue;
    if (answer.verdict !== "rejected") taken.push(kept);
    else {
      const { reason = "", message = "", movedToRoute = null } = answer;
      refused.push({ ...kept, refusal: { reason, message, movedToRoute, isSaidAgain: false } });
    }
  }
  return { taken, refused };
}

/** What the server says of an act for a stop the route does not have. */
const OFF_ROUTE: readonly string[] = ["not-on-route", "order-cancelled"];

/**
 * When one of several parcels reported together has left the route, the server refuses the whole act. What can be said
 * again, of the parcels that are still here: the same act at the same time for those only. Null when there is nothing.
 */
export function withoutStrangers(kept: KeptAct, onRoute: ReadonlySet<string>): KeptAct["act"] | null {
  const { act, refusal } = kept;
  if (act.type !== "complete" || !refusal || !OFF_ROUTE.includes(refusal.reason) || refusal.isSaidAgain) return null;
  const visitIds = act.visitIds.filter((visitId) => onRoute.has(visitId));
  return visitIds.length > 0 && visitIds.length < act.visitIds.length ? { ...act, visitIds } : null;
}

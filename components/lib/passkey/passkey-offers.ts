import type { PasskeyOutcome, PasskeyProblem } from "./call-passkey";

/** What the offers need of browser and page. */
export interface OfferMeans {
  readonly isAble: () => Promise<boolean>;
  readonly isSeen: () => boolean;
  /** Whether what is offered answers the challenge the server waits for: another tab's takes its place. */
  readonly isLatest: () => boolean;
  readonly cancel: () => void;
  /** Ends when the person has picked one and the server has answered, or when there is nothing to be picked any more. */
  readonly signIn: (onPicked: () => void) => Promise<PasskeyOutcome>;
  readonly onDone: () => void;
  /** Only of what somebody has picked: nobody asked for the offer. */
  readonly onProblem: (problem: PasskeyProblem) => void;
}

/** One page's offers of passkeys, one after the other. */
export function passkeyOffers(means: OfferMeans) {
  let round = 0;
  let isPaused = false;
  let isDue = true;

  async function offer(): Promise<void> {
    isPaused = false;
    isDue = true;
    // A page nobody sees would take the challenge from one that is seen.
    if (!means.isSeen()) return;
    const own = ++round;
    means.cancel();
    if (!(await means.isAble()) || own !== round) return;
    isDue = false;
    let isPicked = false;
    const outcome = await means.signIn(() => {
      isPicked = true;
      if (own === round) isPaused = true;
    });
    if (outcome.ok) return means.onDone();
    if (!isPicked || own !== round) return;
    means.onProblem(outcome.problem);
    return offer();
  }

  return {
    offer,
    /** The person is asked in another way, or is gone: nothing is offered until `offer`. */
    pause: (): void => {
      round++;
      isPaused = true;
    },
    /** The challenge is getting old. */
    renew: async (): Promise<void> => {
      if (!isPaused) await offer();
    },
    /** The page is looked at again: what is still good stays, for somebody may be picking it. */
    seen: async (): Promise<void> => {
      if (!isPaused && means.isSeen() && (isDue || !means.isLatest())) await offer();
    },
  };
}

"use client";
import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "react";
import { type PasskeyProblem, signInByPasskey } from "./call-passkey";
import { isOwnChallenge } from "./challenge-mark";
import { passkeyOffers } from "./passkey-offers";

/** A challenge is good for five minutes: before that a page that stays open asks for another. */
const OFFERED_MILLISECONDS = 4 * 60 * 1000;

interface Told {
  readonly onDone: () => void;
  readonly onProblem: (problem: PasskeyProblem) => void;
}

/**
 * Has the browser offer passkeys among what it fills into the field that says `webauthn`. `pause` before the person is
 * asked in another way, which ends the offer; `offer` to make it again.
 */
export function usePasskeyAutofill(told: Told) {
  const latest = useRef(told);
  latest.current = told;
  const [offers] = useState(() =>
    passkeyOffers({
      isAble: browserSupportsWebAuthnAutofill,
      isSeen: () => document.visibilityState === "visible",
      isLatest: isOwnChallenge,
      cancel: () => WebAuthnAbortService.cancelCeremony(),
      signIn: (onPicked) => signInByPasskey({ isAutofill: true, onPicked }),
      onDone: () => latest.current.onDone(),
      onProblem: (problem) => latest.current.onProblem(problem),
    }),
  );
  useEffect(() => {
    void offers.offer();
    const seen = () => void offers.seen();
    document.addEventListener("visibilitychange", seen);
    const again = setInterval(() => void offers.renew(), OFFERED_MILLISECONDS);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      clearInterval(again);
      offers.pause();
      WebAuthnAbortService.cancelCeremony();
    };
  }, [offers]);
  return offers;
}

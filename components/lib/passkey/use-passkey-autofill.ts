"use client";
import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from "@simplewebauthn/browser";
import { useCallback, useEffect, useRef } from "react";
import { type PasskeyProblem, signInByPasskey } from "./call-passkey";

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
  const round = useRef(0);
  const pause = useCallback(() => {
    round.current++;
  }, []);
  const offer = useCallback(async () => {
    const own = ++round.current;
    if (!(await browserSupportsWebAuthnAutofill()) || own !== round.current) return;
    const outcome = await signInByPasskey({ isAutofill: true });
    if (outcome.ok) return latest.current.onDone();
    const { problem } = outcome;
    const isQuiet = "reason" in problem && (problem.reason === "cancelled" || problem.reason === "unreachable");
    if (own === round.current && !isQuiet) latest.current.onProblem(problem);
  }, []);
  useEffect(() => {
    void offer();
    const again = setInterval(() => {
      WebAuthnAbortService.cancelCeremony();
      void offer();
    }, OFFERED_MILLISECONDS);
    return () => {
      clearInterval(again);
      pause();
      WebAuthnAbortService.cancelCeremony();
    };
  }, [offer, pause]);
  return { pause, offer: () => void offer() };
}

import { createStore } from "zustand";
import type { DriverRun } from "@/server/domain/execution/driver-run";
import { seenStops } from "../day/changed-stops";
import type { KeptDay } from "../store/kept-routes";
import type { RunDesk, RunState } from "../store/run-desk";
import { fetchRun } from "../sync/run-api";

/** A look is of minutes: what the driver does shows within so long. */
const READ_MILLISECONDS = 10_000;

/**
 * A driver's route as somebody looks at it who is not him: read anew every some seconds, kept nowhere, and nothing can be
 * done with it. Closed as soon as the server says that the look is over, or once what was left of it has passed, by no clock
 * but the seconds since.
 */
export function openLook(token: string, remainingSeconds: number): RunDesk {
  const state = createStore<RunState>(() => ({
    phase: "opening",
    day: null,
    sync: { isSending: false, result: null },
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const stop = () => {
    isClosed = true;
    clearTimeout(timer);
    clearTimeout(end);
  };
  const over = () => {
    stop();
    state.setState({ phase: "closed" });
  };
  const end = setTimeout(over, remainingSeconds * 1000);
  const read = async () => {
    const answer = await fetchRun(token);
    if (isClosed) return;
    if (answer.kind === "ok") state.setState({ phase: "ready", day: dayAsRead(answer.body) });
    else if (answer.kind !== "away") return over();
    timer = setTimeout(() => void read(), READ_MILLISECONDS);
  };
  void read();
  const refuse = () => Promise.reject(new Error("who looks does nothing"));
  const nothing = () => Promise.resolve();
  return {
    isLooking: true,
    state,
    act: refuse,
    takeProof: refuse,
    fillIn: nothing,
    dropProof: nothing,
    proofBytes: () => Promise.resolve(undefined),
    writeToCustomer: () => Promise.resolve("refused"),
    dismiss: nothing,
    dismissProof: nothing,
    acknowledge: nothing,
    noteFix: nothing,
    sendNow: () => {},
    close: stop,
  };
}

/** As a device that has sent everything and has seen every change would have it. */
function dayAsRead(run: DriverRun): KeptDay {
  const now = Date.now();
  const { routeId, sheet } = run;
  const times = { readAtMs: now, openedAtMs: now, lastSentAtMs: null, skewSeconds: 0, nextSeq: 0 };
  const route = { routeId, linkToken: "", session: null, run, seen: seenStops(sheet.stops), isClosed: false, ...times };
  return { route, acts: [], proofs: [], drafts: [] };
}

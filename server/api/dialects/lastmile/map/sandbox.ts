import type { SandboxCallbacks, SandboxEvent } from "../wire/sandbox";
import { positionOf, toFailed } from "./driver-act";
import { toPartnerWord } from "./partner-api";

const OF_ROUTES: Readonly<Record<string, string>> = { accept: "accept", start: "start-route", finish: "finish-route" };

/** What a simulated driver says, as a driver's device would say it. */
export function toSimulatedAct(event: SandboxEvent, visitId: string | undefined) {
  const { type, reason, next_action, recipient_name = "", notes = "", location } = event;
  if (visitId === undefined) return { type: OF_ROUTES[type]! };
  if (type === "arrive") return { type, visitId, ...positionOf(location) };
  if (type === "fail") return toFailed(visitId, { reason, next_action, notes, location });
  const made = { outcome: "delivered", visitIds: [visitId], note: notes, recipientName: recipient_name };
  return { type: "complete", ...made, ...positionOf(location) };
}

/** A simulated partner's calls in the order in which they come in: each with its name and time, as its server would have them. */
export function toCallbacks(
  { assignment_id, updates, copies, late_seconds, order }: SandboxCallbacks,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
) {
  const lastMs = now.getTime() - late_seconds * 1000;
  const calls = updates.map((update, index) => {
    const occurred_at =
      update.occurred_at ?? update.timestamp ?? new Date(lastMs - (updates.length - 1 - index) * 1000).toISOString();
    const call = { ...update, event_id: update.event_id ?? newId(), occurred_at };
    const word = { ...toPartnerWord(assignment_id, call), name: `event ${call.event_id}`, raw: JSON.stringify(call) };
    return { call, word };
  });
  const sent = order === "reversed" ? calls.reverse() : calls;
  return sent.flatMap((each) => Array.from({ length: copies }, () => each));
}

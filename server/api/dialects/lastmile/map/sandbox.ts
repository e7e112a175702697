import type { SandboxEvent } from "../wire/sandbox";
import { positionOf, toFailed } from "./driver-act";

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

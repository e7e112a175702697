import type { ContactChannel } from "@/server/domain/policy/contact-channel";
import { type DriverOp, opVisitIds } from "./driver-op";

/** How a recipient was tried to be reached by a driver's acts at his door; an attempt that says no more was at the door. */
export function contactTriesAt(ops: Iterable<DriverOp>, visitId: string): ContactChannel[] {
  const tries: ContactChannel[] = [];
  for (const act of ops) {
    if (act.type !== "complete" || act.outcome !== "attempted" || !opVisitIds(act).includes(visitId)) continue;
    const { contacts = [] } = act;
    tries.push(...(contacts.length > 0 ? contacts.map(({ channel }) => channel) : (["doorbell"] as const)));
  }
  return tries;
}

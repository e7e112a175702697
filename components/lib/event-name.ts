import type { Words } from "@/components/lib/words/words";
import { EVENT_TYPES } from "@/server/domain/event/domain-event";

/** What an event of the log is called: "Order created"; null for a type that is no longer known. */
export function eventName(t: Words<"events">, type: string): string | null {
  const known = EVENT_TYPES.find((each) => each === type);
  return known ? t(known) : null;
}

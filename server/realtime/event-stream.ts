import "server-only";
import type { EventBus } from "@/server/ports/event-bus";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import type { ServiceContext } from "@/server/services/kernel/service-context";

type StreamedEvent = Awaited<ReturnType<typeof readEventsAfter>>["events"][number];

/**
 * An organization's log as it grows, without gaps: listen first, then read what came since the last number seen, then
 * wait to be told. Yields once per wake-up, also when nothing new was there, so that a reader knows it is connected.
 */
export async function* streamEvents(
  services: ServiceContext,
  bus: EventBus,
  afterSeq: number | null,
  signal: AbortSignal,
): AsyncGenerator<{ events: readonly StreamedEvent[]; lastSeq: number }> {
  let wake: (() => void) | undefined;
  let isBehind = true;
  const nudge = () => {
    isBehind = true;
    wake?.();
  };
  const unsubscribe = bus.subscribe(services.actor.organizationId, nudge);
  signal.addEventListener("abort", nudge, { once: true });
  try {
    let seq = afterSeq;
    while (!signal.aborted) {
      isBehind = false;
      const batch = await readEventsAfter(services, { afterSeq: seq, limit: 500 });
      seq = batch.lastSeq;
      yield batch;
      if (batch.events.length === 500) isBehind = true;
      if (!isBehind && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
    }
  } finally {
    unsubscribe();
    signal.removeEventListener("abort", nudge);
  }
}

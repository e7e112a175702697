import "server-only";
import { Doorbell } from "./doorbell";
import type { EventFeed, StreamedEvent } from "./event-feed";

/** What a stream says: events in order without gaps, or that so much was missed that everything should be read anew. */
export interface StreamedBatch {
  readonly events: readonly StreamedEvent[];
  /** Where to resume. */
  readonly lastSeq: number;
  readonly isResync: boolean;
}

/** Whoever is further behind reads the present state faster than its history. */
const MOST_BEHIND = 2000;

/**
 * An organization's log as it grows, without gaps: listen first, then read what came since the last number seen, then
 * wait to be told. Yields once per wake-up, also when nothing new was there, so that a reader knows it is connected.
 * Nothing is gathered for a reader who does not come back for more; one who is too far behind is told to resync.
 */
export async function* streamEvents(
  feed: EventFeed,
  organizationId: string,
  afterSeq: number | null,
  signal: AbortSignal,
): AsyncGenerator<StreamedBatch> {
  const bell = new Doorbell();
  const tail = feed.listen(organizationId, bell.ring);
  signal.addEventListener("abort", bell.ring, { once: true });
  try {
    let seq = afterSeq ?? (await tail.newest());
    while (!signal.aborted) {
      const newest = await tail.newest();
      // A number that was never given out is from another database: a backup was put in its place.
      const isResync = newest - seq > MOST_BEHIND || seq > newest;
      const events = isResync ? [] : await tail.after(seq);
      seq = isResync ? newest : (events.at(-1)?.seq ?? seq);
      yield { events, lastSeq: seq, isResync };
      if (seq >= (await tail.newest()) && !signal.aborted) await bell.wait();
    }
  } finally {
    tail.remove(bell.ring);
    signal.removeEventListener("abort", bell.ring);
  }
}

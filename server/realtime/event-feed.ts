import "server-only";
import type { EventBus } from "@/server/ports/event-bus";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import type { ServiceContext } from "@/server/services/kernel/service-context";

type Batch = Awaited<ReturnType<typeof readEventsAfter>>;
export type StreamedEvent = Batch["events"][number];

const PAGE = 500;
/** The newest events of an organization that is listened to are kept at hand: any number of streams cost one reading. */
const MOST_RECENT = 1000;

/** One process's view of the organizations' logs as they grow. */
export class EventFeed {
  private readonly tails = new Map<string, LogTail>();

  constructor(
    private readonly bus: EventBus,
    /** The log is read once for everybody; who may see it is decided per stream. */
    private readonly systemContext: (organizationId: string) => ServiceContext,
  ) {}

  /** Calls back when an organization's log has grown or somebody has come or gone; returns the way to stop listening. */
  listen(organizationId: string, listener: () => void): LogTail {
    let tail = this.tails.get(organizationId);
    if (!tail) {
      tail = new LogTail(this.bus, this.systemContext(organizationId), () => this.tails.delete(organizationId));
      this.tails.set(organizationId, tail);
    }
    tail.add(listener);
    return tail;
  }
}

/** The end of one organization's log, shared by its listeners. */
export class LogTail {
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;
  private recent: StreamedEvent[] = [];
  private lastSeq: number | undefined;
  private isStale = true;
  private refreshing: Promise<void> | undefined;

  constructor(
    bus: EventBus,
    private readonly services: ServiceContext,
    private readonly onEmpty: () => void,
  ) {
    this.unsubscribe = bus.subscribe(services.actor.organizationId, () => {
      this.isStale = true;
      for (const listener of this.listeners) listener();
    });
  }

  add(listener: () => void): void {
    this.listeners.add(listener);
  }

  remove(listener: () => void): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.unsubscribe();
    this.onEmpty();
  }

  /** The newest number. */
  async newest(): Promise<number> {
    // Whoever comes while a reading is under way waits for it: what it was woken for is in there.
    while (this.isStale || this.refreshing || this.lastSeq === undefined) {
      this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
      await this.refreshing;
    }
    return this.lastSeq;
  }

  /** Events after a number, oldest first, some hundreds at most: from memory, or from the log where that is too short. */
  async after(seq: number): Promise<readonly StreamedEvent[]> {
    if ((await this.newest()) <= seq) return [];
    const first = this.recent[0]?.seq;
    // Numbers have no gaps: an event's place is its distance from the first.
    if (first !== undefined && first <= seq + 1) return this.recent.slice(seq + 1 - first, seq + 1 - first + PAGE);
    return (await readEventsAfter(this.services, { afterSeq: seq, limit: PAGE })).events;
  }

  private async refresh(): Promise<void> {
    this.isStale = false;
    try {
      let batch: Batch;
      do {
        batch = await readEventsAfter(this.services, { afterSeq: this.lastSeq ?? null, limit: PAGE });
        this.recent = [...this.recent, ...batch.events].slice(-MOST_RECENT);
        this.lastSeq = batch.lastSeq;
      } while (batch.events.length === PAGE);
    } catch (error) {
      this.isStale = true;
      throw error;
    }
  }
}

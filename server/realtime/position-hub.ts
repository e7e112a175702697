import "server-only";
import type { LastPosition } from "@/server/domain/position/position-fix";
import type { EventBus } from "@/server/ports/event-bus";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readLastPositions } from "@/server/services/position/read-last-positions";

/** A word lost between processes is made good after this long. */
const SWEEP_MILLISECONDS = 5000;

type Listener = (moved: readonly LastPosition[]) => void;

/** Reads what moved in an organization once per process and hands it to everybody who watches there. */
export class PositionHub {
  private readonly watches = new Map<string, FleetWatch>();

  constructor(
    private readonly bus: EventBus,
    private readonly systemContext: (organizationId: string) => ServiceContext,
  ) {}

  /** Calls back with every change after this has resolved; returns the way to stop. */
  async watch(organizationId: string, listener: Listener): Promise<() => void> {
    let watch = this.watches.get(organizationId);
    if (!watch) {
      watch = new FleetWatch(this.bus, this.systemContext(organizationId), () => this.watches.delete(organizationId));
      this.watches.set(organizationId, watch);
    }
    await watch.add(listener);
    return () => watch.remove(listener);
  }
}

class FleetWatch {
  private readonly listeners = new Set<Listener>();
  private readonly stop: () => void;
  private lastSeq: number | null = null;
  private isStale = true;
  private reading: Promise<void> | undefined;

  constructor(
    bus: EventBus,
    private readonly services: ServiceContext,
    private readonly onEmpty: () => void,
  ) {
    const look = () => {
      this.isStale = true;
      // A database that is away is looked for again by the next sweep.
      void this.catchUp().catch(() => {});
    };
    const unsubscribe = bus.subscribe(services.actor.organizationId, look);
    const sweep = setInterval(look, SWEEP_MILLISECONDS).unref();
    this.stop = () => {
      unsubscribe();
      clearInterval(sweep);
    };
  }

  async add(listener: Listener): Promise<void> {
    this.listeners.add(listener);
    try {
      await this.catchUp();
    } catch (error) {
      this.remove(listener);
      throw error;
    }
  }

  remove(listener: Listener): void {
    if (!this.listeners.delete(listener) || this.listeners.size > 0) return;
    this.stop();
    this.onEmpty();
  }

  private async catchUp(): Promise<void> {
    while (this.isStale || this.reading) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
  }

  private async read(): Promise<void> {
    this.isStale = false;
    try {
      const { positions, lastSeq } = await readLastPositions(this.services, { afterSeq: this.lastSeq });
      this.lastSeq = lastSeq;
      if (positions.length > 0) for (const listener of this.listeners) listener(positions);
    } catch (error) {
      this.isStale = true;
      throw error;
    }
  }
}

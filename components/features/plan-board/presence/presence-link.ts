import { PRESENCE_BEAT_SECONDS, type PresenceActivity, type PresentPerson } from "@/server/domain/plan/plan-presence";
import type { OwnLease } from "./own-lease";

export interface RouteHolder {
  readonly userId: string;
  readonly name: string;
  readonly activity: PresenceActivity;
}

export interface PresenceView {
  readonly people: readonly PresentPerson[];
  /** Who has a route in hand, by route. */
  readonly holders: ReadonlyMap<string, readonly RouteHolder[]>;
}

export interface PresenceCalls {
  readonly list: () => Promise<readonly PresentPerson[]>;
  readonly note: (state: { lease: OwnLease | null; isLeaving: boolean }) => Promise<readonly PresentPerson[]>;
}

/** A drag passes many routes: others are told of the last one at most this often. */
const SETTLE_MILLISECONDS = 400;
const NOBODY: PresenceView = { people: [], holders: new Map() };

/**
 * Tells the server that this board is open and which routes its person has in hand, and holds who else is. A failed call
 * is made up for by the next beat; without beats the server forgets us by itself.
 */
export class PresenceLink {
  private current = NOBODY;
  private known = "[]";
  private readonly claims = new Map<string, OwnLease>();
  private readonly listeners = new Set<() => void>();
  private beat: ReturnType<typeof setInterval> | undefined;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private said = "null";

  constructor(private readonly calls: PresenceCalls) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly view = (): PresenceView => this.current;

  /** Begins the beats; returns the way to leave. */
  readonly open = (): (() => void) => {
    this.beat = setInterval(() => this.say(), PRESENCE_BEAT_SECONDS * 1000);
    this.say();
    return () => {
      clearInterval(this.beat);
      clearTimeout(this.soon);
      this.beat = undefined;
      this.calls.note({ lease: null, isLeaving: true }).catch(() => {});
    };
  };

  /** Takes routes in hand under a name of the caller's, or lets go of them with null. */
  claim(name: string, lease: OwnLease | null): void {
    if (lease && lease.routeIds.length > 0) this.claims.set(name, lease);
    else this.claims.delete(name);
    if (this.beat === undefined || JSON.stringify(this.lease()) === this.said) return;
    // Taking something in hand is told at once, moving on with it after a moment.
    if (this.said === "null") this.say();
    else this.soon ??= setTimeout(() => this.say(), SETTLE_MILLISECONDS);
  }

  /** Says again that we are here: after the page has been out of sight, when timers rest. */
  readonly say = (): void => {
    clearTimeout(this.soon);
    this.soon = undefined;
    const lease = this.lease();
    this.said = JSON.stringify(lease);
    this.calls.note({ lease, isLeaving: false }).then(this.learn, () => {});
  };

  /** Something about who is here has changed. */
  readonly refresh = (): void => {
    this.calls.list().then(this.learn, () => {});
  };

  private lease(): OwnLease | null {
    const all = [...this.claims.values()];
    if (all.length === 0) return null;
    const activity = all.some((lease) => lease.activity === "dragging") ? "dragging" : "previewing";
    return { activity, routeIds: [...new Set(all.flatMap((lease) => lease.routeIds))].sort() };
  }

  private readonly learn = (people: readonly PresentPerson[]): void => {
    const text = JSON.stringify(people);
    if (text === this.known || this.beat === undefined) return;
    this.known = text;
    const holders = new Map<string, RouteHolder[]>();
    for (const { userId, name, leases } of people) {
      for (const { activity, routeIds } of leases) {
        for (const routeId of routeIds) {
          const list = holders.get(routeId) ?? [];
          if (!list.some((holder) => holder.userId === userId)) list.push({ userId, name, activity });
          holders.set(routeId, list);
        }
      }
    }
    this.current = { people, holders };
    for (const listener of this.listeners) listener();
  };
}

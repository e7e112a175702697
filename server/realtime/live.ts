import "server-only";
import type { EventBus } from "@/server/ports/event-bus";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { EventFeed } from "./event-feed";
import { PositionHub } from "./position-hub";

/** What a process's streams draw from. */
export interface Live {
  readonly events: EventFeed;
  readonly positions: PositionHub;
  /** Says by a person's id, or by an organization's, that they may see something else now. */
  readonly access: EventBus;
}

export function createLive(
  buses: { readonly bus: EventBus; readonly positionBus: EventBus; readonly accessBus: EventBus },
  systemContext: (organizationId: string) => ServiceContext,
): Live {
  return {
    events: new EventFeed(buses.bus, systemContext),
    positions: new PositionHub(buses.positionBus, systemContext),
    access: buses.accessBus,
  };
}

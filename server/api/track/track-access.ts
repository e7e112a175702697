import "server-only";
import type { TrackedDoor } from "@/server/auth/resolve-tracking-link";
import type { LogoFormat } from "@/server/domain/brand/logo";
import type { BaseMap } from "@/server/ports/base-map";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { ToldDoor } from "@/server/services/tracking/tell-door";

/** A door a link has opened, and the services to act with in its organization. */
export interface OpenedDoor {
  readonly door: TrackedDoor;
  readonly services: ServiceContext;
}

/** How customers' pages reach the rest of the server. */
export interface TrackAccess {
  readonly now: () => Date;
  /** Null for all that opens nothing. */
  readonly byLink: (token: string) => Promise<OpenedDoor | null>;
  /** A new link to the door that a number and a second factor open; null for all that does not fit. */
  readonly byNumber: (said: { readonly number: string; readonly answer: string }) => Promise<string | null>;
  /**
   * What a door's page is made of; null where the door is gone. `ipHash`: who looks, to be noted; null where a page that
   * is open only asks again.
   */
  readonly look: (door: TrackedDoor, ipHash: string | null) => Promise<ToldDoor | null>;
  /** A logo's bytes by its name; null where there is none. */
  readonly logo: (token: string, format: LogoFormat) => Promise<Uint8Array | null>;
  /** What lies under the van. */
  groundOf(organizationId: string): Promise<BaseMap>;
  /** How often an open page hears what has changed. */
  readonly tickMilliseconds: number;
  /** Where a request comes from. */
  readonly addressOf: (headers: Headers) => string;
  /** Who asks, as it may be kept. */
  readonly hashCaller: (organizationId: string, headers: Headers) => string;
  /** Signs with the installation's secret, for customers' pages only. */
  readonly sign: (text: string) => string;
  readonly onError: (error: unknown) => void;
}

import type { Database } from "@/db/client";
import type { Ports, ServiceContext } from "@/server/services/kernel/service-context";

/** What the measurements work on. */
export interface LiveBench {
  readonly url: string;
  readonly planId: string;
  /** When the plan's day begins. */
  readonly midnightEpochMs: number;
  /** The long route, whose driver has the first token. */
  readonly routeId: string;
  readonly tokens: readonly string[];
  /** Of the first token's route, in order. */
  readonly visitIds: readonly string[];
  /** A dispatcher's. */
  readonly cookie: string;
  readonly database: Database;
  /** A dispatcher over the same database, in the measuring process; with other ports where a measurement needs them. */
  services(ports?: Partial<Ports>): ServiceContext;
  /** Of the web process, in bytes. */
  residentBytes(): Promise<number>;
  /** Of the web process since it began, in milliseconds of one core. */
  cpuMilliseconds(): Promise<number>;
}

export type Figures = Readonly<Record<string, number>>;

import type { Database } from "@/db/client";

/** What the measurements work on. */
export interface LiveBench {
  readonly url: string;
  readonly planId: string;
  readonly tokens: readonly string[];
  /** Of the first token's route, in order. */
  readonly visitIds: readonly string[];
  /** A dispatcher's. */
  readonly cookie: string;
  readonly database: Database;
  /** Of the web process, in bytes. */
  residentBytes(): Promise<number>;
}

export type Figures = Readonly<Record<string, number>>;

import type { Database } from "@/db/client";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { WebProcess } from "@/server/testing/worker-process";

/** What the measurements work on. */
export interface ApiBench {
  /** Where the API answers, `…/v1/lastmile`. */
  readonly url: string;
  readonly database: Database;
  readonly organizationId: string;
  /** A plan of many stops that nobody has planned yet. */
  readonly planId: string;
  /** The organization's owner over the same database, in the measuring process. */
  readonly services: ServiceContext;
  /** Shows the bench's key. */
  readonly headers: Readonly<Record<string, string>>;
  /** How many lines to send, where the command line says. */
  readonly lines: number | undefined;
  /** Of the server, in milliseconds of one core since it began. */
  cpuMilliseconds(): Promise<number>;
  /** Of the database's server and all its connections. */
  databaseCpuMilliseconds(): Promise<number>;
  /** A server of its own that takes requests and runs no jobs, and can be asked for its memory. */
  startInspected(): Promise<WebProcess>;
}

export type Figures = Readonly<Record<string, number | readonly number[]>>;

import { z } from "zod";

/** Every job carries its tenant and the correlation id of the act that caused it. */
export const envelope = z.object({ organizationId: z.string(), correlationId: z.string() });

interface JobDefinition<S extends z.ZodType> {
  readonly payload: S;
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** After this long without an end the job counts as lost and is tried again. */
  readonly expireSeconds: number;
  /** How many run at once in one process. */
  readonly concurrency: number;
  /** Of jobs with the same key one waits at a time, for so long; what is asked for meanwhile is what it does anyway. */
  readonly gather?: { readonly seconds: number; readonly key: (payload: z.infer<S>) => string };
  /** The higher one begins first; absent: 0. */
  readonly priority?: (payload: z.infer<S>) => number;
  /** When it runs by itself (UTC); absent: only when it is given out. */
  readonly cron?: string;
}

/** A job of the catalogue, its payload known by its schema. */
export function define<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> {
  return definition;
}

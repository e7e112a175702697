import { z } from "zod";

/**
 * How a sandbox's partner answers. `later`: he takes it and will say so by himself; `error`: 500; `garbage`: what nobody can
 * read; `silence`: nothing, until whoever asks gives up.
 */
export const SIMULATED_ANSWERS = ["accept", "later", "decline", "error", "garbage", "silence"] as const;
export type SimulatedAnswer = (typeof SIMULATED_ANSWERS)[number];

/** What a sandbox's partner, who has no server, is like to whoever asks him. */
export interface Simulation {
  readonly answer: SimulatedAnswer;
  /** Before he answers. */
  readonly delayMilliseconds: number;
}

export const simulationSchema = z.object({
  answer: z.enum(SIMULATED_ANSWERS),
  delayMilliseconds: z.int().min(0).max(30_000),
}) satisfies z.ZodType<Simulation>;

/** Of one nobody has said anything about. */
export const OBLIGING: Simulation = { answer: "accept", delayMilliseconds: 0 };

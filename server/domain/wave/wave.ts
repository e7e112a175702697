import { z } from "zod";

/** What a part of a day's plan is called. */
export const waveLabelSchema = z.string().trim().min(1).max(200);

/** Where a wave stands: on its way as soon as one of its drivers has set off, over when all are back. */
export const WAVE_STATUSES = ["planning", "in-progress", "finished"] as const;
export type WaveStatus = (typeof WAVE_STATUSES)[number];

/**
 * A part of a day's plan with a name of its own. A day's first is the plan itself: it goes by the plan's id and has
 * whatever of the day is in no further one.
 */
export interface Wave {
  readonly id: string;
  readonly planId: string;
  /** Null: the plan's own part. */
  readonly furtherId: string | null;
  readonly label: string;
  readonly projectId: string;
  readonly date: string;
  readonly timeZone: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is in a wave, counted. */
export interface WaveFigures {
  readonly status: WaveStatus;
  readonly routes: number;
  readonly stops: number;
  readonly deliveredStops: number;
  readonly failedStops: number;
  readonly cancelledStops: number;
}

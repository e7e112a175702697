import "server-only";
import type { TrackingState } from "@/server/domain/tracking/tracking-state";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import type { SeenDoor } from "@/server/services/tracking/read-tracking";

/** Texts that change while a page is open, by name; an empty one is not shown. */
export const PART_NAMES = ["late", "state", "window", "day", "stops", "driver", "vehicle"] as const;
export type PartName = (typeof PART_NAMES)[number];

/** How a page feels: calm, coming, late, done, or sorry. */
export type Tone = "calm" | "coming" | "done" | "sorry";

export interface TrackParts {
  readonly texts: Readonly<Record<PartName, string>>;
  /** Of the four steps, the one it is at. */
  readonly step: number;
  readonly tone: Tone;
  readonly isLive: boolean;
}

/** What of a door's page may change, as the page has it and as it is sent afterwards: one source for both. */
export function trackParts({ page, language }: SeenDoor): TrackParts {
  const words = trackingWords(language);
  const { lines, stopsBefore } = page;
  return {
    texts: {
      late: lines.lateness,
      state: lines.state,
      window: lines.window,
      day: lines.day,
      stops: stopsBefore === null ? "" : words.stopsBefore(stopsBefore),
      driver: page.driver && words.driver(page.driver),
      vehicle: page.vehicle,
    },
    ...MOODS[page.state],
    isLive: page.isLive,
  };
}

const mood = (step: number, tone: Tone) => ({ step, tone });

const MOODS: Readonly<Record<TrackingState, { readonly step: number; readonly tone: Tone }>> = {
  planned: mood(0, "calm"),
  rescheduled: mood(0, "calm"),
  dispatched: mood(0, "calm"),
  "on-the-way": mood(1, "coming"),
  near: mood(2, "coming"),
  next: mood(2, "coming"),
  arrived: mood(2, "coming"),
  delivered: mood(3, "done"),
  "partly-delivered": mood(3, "done"),
  failed: mood(3, "sorry"),
  cancelled: mood(3, "sorry"),
  returned: mood(3, "sorry"),
};

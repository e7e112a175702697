import { z } from "zod";

/** The languages the screens are written in; the first is what everybody else gets. */
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

export const HOUR_CYCLES = ["auto", "24", "12"] as const;
export const DISTANCE_UNITS = ["auto", "km", "mi"] as const;
export const WEIGHT_UNITS = ["auto", "kg", "lb"] as const;
export const THEMES = ["system", "light", "dark"] as const;

const MAX_SCREENS = 24;
const MAX_PANELS = 24;

/** A screen's panels: sizes in percent or pixels as its layout counts them, and what is folded away. */
const panelLayout = z
  .record(z.string().min(1).max(60), z.union([z.number(), z.boolean()]))
  .refine((layout) => Object.keys(layout).length <= MAX_PANELS, "too many panels");

const panels = z
  .record(z.string().min(1).max(60), panelLayout)
  .refine((screens) => Object.keys(screens).length <= MAX_SCREENS, "too many screens");

/**
 * How one member likes to see the desk. "auto" follows the browser's language, and for clock and units what is customary
 * where the depots are. A stored value that is no longer known falls back to its default, so an old row stays readable.
 */
export const storedPreferences = z.object({
  language: z.enum(["auto", ...LANGUAGES]).catch("auto"),
  hourCycle: z.enum(HOUR_CYCLES).catch("auto"),
  distanceUnit: z.enum(DISTANCE_UNITS).catch("auto"),
  weightUnit: z.enum(WEIGHT_UNITS).catch("auto"),
  /** Null: never chosen, so each browser keeps its own. */
  theme: z.enum(THEMES).nullable().catch(null),
  /** Whether a single letter is a command (WCAG 2.1.4 wants it to be switched off). */
  singleLetterKeys: z.boolean().catch(true),
  /** Layout per screen, by the screen's name. */
  panels: panels.catch({}),
});
export type Preferences = z.infer<typeof storedPreferences>;

export const DEFAULT_PREFERENCES: Preferences = storedPreferences.parse({});

/** Some preferences anew; `panels` replaces the layouts of the screens it names and keeps the others. */
export const preferencesPatch = z
  .strictObject({
    language: z.enum(["auto", ...LANGUAGES]),
    hourCycle: z.enum(HOUR_CYCLES),
    distanceUnit: z.enum(DISTANCE_UNITS),
    weightUnit: z.enum(WEIGHT_UNITS),
    theme: z.enum(THEMES),
    singleLetterKeys: z.boolean(),
    panels,
  })
  .partial();
export type PreferencesPatch = z.infer<typeof preferencesPatch>;

/** Preferences with a patch on top. */
export function mergePreferences(current: Preferences, patch: PreferencesPatch): Preferences {
  return { ...current, ...patch, panels: { ...current.panels, ...patch.panels } };
}

/** By what figures are told apart. */
export const BREAKDOWNS = ["day", "driver", "partner", "zone"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What belongs together on a page, and is measured by one question to the database. */
export const FIGURE_GROUPS = ["deliveries", "routes", "emissions", "arrivals", "readiness"] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** One line of a breakdown: what it is of, and how it is called; null where there is none: no driver, our own fleet. */
export interface BreakdownKey {
  /** A day, an id, or a zone's name for itself; null: none of them. */
  readonly key: string | null;
  /** A name for people; null where the key says it, or there is none. */
  readonly name: string | null;
}

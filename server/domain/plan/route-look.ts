/** Hues and line styles there are to tell routes apart; which they are is the palette's to say. */
export const HUE_COUNT = 8;
export const LINE_STYLE_COUNT = 5;

/** What makes a route recognisable besides its number: one of 40 pairs. */
export interface RouteLook {
  readonly hueIndex: number;
  readonly styleIndex: number;
}

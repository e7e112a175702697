import type { RouteLook } from "@/server/domain/plan/route-look";

/** What a whole plan looks like beside others: lines of one hue and style, and a letter on every line and row. */
export interface AlternativeLook extends RouteLook {
  readonly letter: string;
}

/** Solid, dashed, dotted, double; of the route hues the four that every vision tells apart best in both themes. */
export const ALTERNATIVE_LOOKS: readonly AlternativeLook[] = [
  { letter: "A", hueIndex: 2, styleIndex: 0 },
  { letter: "B", hueIndex: 1, styleIndex: 1 },
  { letter: "C", hueIndex: 6, styleIndex: 2 },
  { letter: "D", hueIndex: 3, styleIndex: 3 },
];

/** The look of the plan at an index; indexes past the end wrap around. */
export function alternativeLook(index: number): AlternativeLook {
  return ALTERNATIVE_LOOKS[index % ALTERNATIVE_LOOKS.length]!;
}

/** How far beside its way a plan's line is drawn, in line widths, so that plans on one road lie next to each other. */
export function laneOf(position: number, count: number): number {
  return position - (count - 1) / 2;
}

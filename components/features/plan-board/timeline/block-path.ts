import { pixelsAt, type TimeScale } from "./time-scale";

/** Where a kind of block lies in its row, in pixels from the row's top. */
export interface Bar {
  readonly top: number;
  readonly height: number;
}

/** Doors one after the other stay told apart. */
const SEAM_PIXELS = 0.75;

/** The SVG path of one block; `leastPixels` keeps what lasts a minute on the scale of a day from vanishing. */
export function blockPath(scale: TimeScale, bar: Bar, from: number, to: number, leastPixels: number): string {
  const left = pixelsAt(scale, from);
  const width = Math.max(leastPixels, pixelsAt(scale, to) - left - SEAM_PIXELS);
  return `M${left.toFixed(1)} ${bar.top}h${width.toFixed(1)}v${bar.height}h${(-width).toFixed(1)}z`;
}

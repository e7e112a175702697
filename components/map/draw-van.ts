import { type Box, centred, disc, grow, square } from "./draw-shapes";
import { CASING_COLOR, INK_COLOR, inkOn, type MapTheme } from "./route-palette";

type Context = CanvasRenderingContext2D;

const CAB_WIDTH = 9;
const BODY_HEIGHT = 17;
const MARGIN = 3;
const WHEEL = 2.6;

/** How wide a van is whose number takes so much room. */
export function vanSize(textWidth: number) {
  return { width: Math.max(16, textWidth + 8) + CAB_WIDTH + 2 * MARGIN, height: BODY_HEIGHT + 2 * MARGIN + 3 };
}

/** A van from its side, its route's number on the body: unlike any stop or plate, also without its colour. */
export function drawVan(
  context: Context,
  width: number,
  theme: MapTheme,
  color: string,
  text: string,
  font: string,
): void {
  const casing = CASING_COLOR[theme];
  const ink = INK_COLOR[theme];
  const body: Box = { x: MARGIN, y: MARGIN, width: width - CAB_WIDTH - 2 * MARGIN + 2, height: BODY_HEIGHT };
  const cab: Box = { x: width - CAB_WIDTH - MARGIN - 1, y: MARGIN + 5, width: CAB_WIDTH + 1, height: BODY_HEIGHT - 5 };
  for (const [by, fill] of [
    [2.5, casing],
    [1.2, ink],
  ] as const) {
    square(context, grow(body, by), fill, 5);
    square(context, grow(cab, by), fill, 5);
  }
  square(context, cab, color, 3);
  square(context, body, color, 3);
  square(context, { x: cab.x + 4, y: cab.y + 2, width: 4, height: 4 }, casing, 1);
  for (const x of [body.x + 5, width - MARGIN - 5]) {
    disc(context, x, MARGIN + BODY_HEIGHT + 0.5, WHEEL + 1, casing);
    disc(context, x, MARGIN + BODY_HEIGHT + 0.5, WHEEL, ink);
  }
  centred(context, text, font, inkOn(color), 2 * MARGIN + body.width, 2 * MARGIN + BODY_HEIGHT);
}

/** A wedge at the rim of a circle around the van, drawn pointing north; layers turn it to where the van goes. */
export function drawHeading(context: Context, size: number, theme: MapTheme, color: string): void {
  const middle = size / 2;
  for (const [by, fill] of [
    [2, CASING_COLOR[theme]],
    [0, color],
  ] as const) {
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(middle, 3 - by);
    context.lineTo(middle + 8 + by, 15 + by / 2);
    context.lineTo(middle - 8 - by, 15 + by / 2);
    context.fill();
  }
}

import { type Box, centred, disc, grow, inset, pill, square, stroke } from "./draw-shapes";
import { font, type MarkerDrawing, markerColor } from "./marker-drawing";
import type { MarkerName } from "./marker-id";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, inkOn, type MapTheme } from "./route-palette";

type Context = CanvasRenderingContext2D;

const STOP_FONT = font(650, 11);
const STOP_HEIGHT = 18;
/** Room for the casing, the ring of the next stop and the badges. */
const STOP_MARGIN = 5;

/** A stop of a route: its number, how it went, and what is to be said of it at its corners. */
export function stopMarker({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
  const [status, ...flags] = state.split("+");
  const color = markerColor(theme, hueIndex);
  const label = status === "done" || status === "failed" ? "" : text;
  return {
    measure(context) {
      context.font = STOP_FONT;
      const inner = Math.max(STOP_HEIGHT, context.measureText(label).width + 9);
      return { width: inner + 2 * STOP_MARGIN, height: STOP_HEIGHT + 2 * STOP_MARGIN };
    },
    draw(context, width, height) {
      const box = inset(width, height, STOP_MARGIN);
      const casing = CASING_COLOR[theme];
      if (flags.includes("selected")) pill(context, grow(box, status === "next" ? 5 : 4), INK_COLOR[theme]);
      if (status === "failed") drawFailed(context, box, theme, color);
      else if (status === "done") drawDone(context, box, theme, color);
      else {
        if (status === "next") pill(context, grow(box, 4), color);
        pill(context, grow(box, status === "next" ? 2 : 1.5), casing);
        pill(context, box, color);
        centred(context, label, STOP_FONT, inkOn(color), width, height);
      }
      if (flags.includes("late")) clockBadge(context, box.x + box.width - 1, box.y + 1, theme);
      if (flags.includes("locked")) lockBadge(context, box.x + 1, box.y + 1, theme);
    },
  };
}

function drawDone(context: Context, box: Box, theme: MapTheme, color: string): void {
  pill(context, grow(box, 0.5), CASING_COLOR[theme]);
  pill(context, grow(box, -1), color);
  pill(context, grow(box, -3), CASING_COLOR[theme]);
  stroke(context, INK_COLOR[theme], 2, [
    [box.x + 5.5, box.y + 9.2],
    [box.x + 8, box.y + 11.8],
    [box.x + 12.6, box.y + 6.4],
  ]);
}

function drawFailed(context: Context, box: Box, theme: MapTheme, color: string): void {
  square(context, grow(box, 1.5), CASING_COLOR[theme], 5);
  square(context, box, color, 4);
  square(context, grow(box, -2.5), ALERT_COLOR[theme], 2.5);
  const mark = inkOn(ALERT_COLOR[theme]);
  for (const [from, to] of [
    [6, 12],
    [12, 6],
  ] as const) {
    stroke(context, mark, 2, [
      [box.x + from, box.y + 6],
      [box.x + to, box.y + 12],
    ]);
  }
}

function clockBadge(context: Context, x: number, y: number, theme: MapTheme): void {
  disc(context, x, y, 6, CASING_COLOR[theme]);
  disc(context, x, y, 5, ALERT_COLOR[theme]);
  stroke(context, inkOn(ALERT_COLOR[theme]), 1.3, [
    [x, y - 2.8],
    [x, y + 0.2],
    [x + 2.2, y + 1.2],
  ]);
}

function lockBadge(context: Context, x: number, y: number, theme: MapTheme): void {
  disc(context, x, y, 6, CASING_COLOR[theme]);
  disc(context, x, y, 5, INK_COLOR[theme]);
  context.strokeStyle = CASING_COLOR[theme];
  context.lineWidth = 1.2;
  context.beginPath();
  context.arc(x, y - 0.6, 1.6, Math.PI, 0);
  context.stroke();
  context.fillStyle = CASING_COLOR[theme];
  context.fillRect(x - 2.4, y - 0.6, 4.8, 3.4);
}

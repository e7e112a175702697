import { type Box, centred, diamond, disc, grow, inset, pill, type Size, square, stroke } from "./draw-shapes";
import { drawHeading, drawVan, vanSize } from "./draw-van";
import { MAP_FONTS } from "./load-maplibre";
import { type MarkerName, NEUTRAL_HUE, NOBODY, parseMarkerId } from "./marker-id";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, inkOn, LAND_COLOR, type MapTheme, routeHue } from "./route-palette";

type Context = CanvasRenderingContext2D;
export interface MarkerDrawing {
  /** In CSS pixels. */
  measure(context: Context): Size;
  draw(context: Context, width: number, height: number): void;
}

const FAMILY = MAP_FONTS.map((name) => (name === "sans-serif" ? name : `"${name}"`)).join(", ");
const font = (weight: number, size: number) => `${weight} ${size}px ${FAMILY}`;

/** How to draw the marker of a name. */
export function drawMarker(id: string): MarkerDrawing {
  const name = parseMarkerId(id);
  switch (name.kind) {
    case "stop":
      return stopMarker(name);
    case "number":
      return numberPlate(name);
    case "pool":
      return poolMarker(name);
    case "depot":
      return depotMarker(name.theme);
    case "name":
      return nameLabel(name);
    case "arrow":
      return arrow(name);
    case "drop":
      return dropTag(name);
    case "van":
      return vanMarker(name);
    case "heading":
      return headingMarker(name);
    case "attention":
      return attentionMarker(name.theme);
  }
}

export function markerColor(theme: MapTheme, hueIndex: number): string {
  return hueIndex >= NEUTRAL_HUE ? INK_COLOR[theme] : routeHue(theme, hueIndex);
}

const STOP_FONT = font(650, 11);
const STOP_HEIGHT = 18;
/** Room for the casing, the ring of the next stop and the badges. */
const STOP_MARGIN = 5;

function stopMarker({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
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

const PLATE_FONT = font(700, 11);

const INITIALS_FONT = font(650, 10);
/** How far the initials' disc reaches over the plate. */
const INITIALS_OVERLAP = 4;

/**
 * A route's number on its line: square-cornered, so that it is never taken for a stop. Beside it, round, the initials
 * of somebody else who has the route in hand.
 */
function numberPlate({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
  const color = markerColor(theme, hueIndex);
  const plateWidth = (context: Context) => {
    context.font = PLATE_FONT;
    return Math.ceil(Math.max(18, context.measureText(text).width + 10) + 4);
  };
  const initialsWidth = (context: Context) => {
    if (state === NOBODY) return 0;
    context.font = INITIALS_FONT;
    return Math.max(20, context.measureText(state).width + 9) - INITIALS_OVERLAP;
  };
  return {
    measure: (context) => ({ width: plateWidth(context) + initialsWidth(context), height: 17 + 4 }),
    draw(context, width, height) {
      const plate = plateWidth(context);
      square(context, inset(plate, height, 0.5), INK_COLOR[theme], 5);
      square(context, inset(plate, height, 1.5), CASING_COLOR[theme], 4);
      square(context, inset(plate, height, 3), color, 2.5);
      centred(context, text, PLATE_FONT, inkOn(color), plate, height);
      if (state === NOBODY) return;
      const x = plate - INITIALS_OVERLAP;
      const box = { x, y: 0.5, width: width - x, height: height - 1 };
      pill(context, box, CASING_COLOR[theme]);
      pill(context, grow(box, -1.5), INK_COLOR[theme]);
      context.save();
      context.translate(x, 0);
      centred(context, state, INITIALS_FONT, CASING_COLOR[theme], box.width, height);
      context.restore();
    },
  };
}

const HEADING_SIZE = 52;

function vanMarker({ theme, hueIndex, text }: MarkerName): MarkerDrawing {
  return {
    measure(context) {
      context.font = PLATE_FONT;
      return vanSize(context.measureText(text).width);
    },
    draw: (context, width) => drawVan(context, width, theme, markerColor(theme, hueIndex), text, PLATE_FONT),
  };
}

/** Somebody is needed here: an octagon like the sign in the list, never taken for a stop. */
function attentionMarker(theme: MapTheme): MarkerDrawing {
  const color = ALERT_COLOR[theme];
  return {
    measure: () => ({ width: 18, height: 18 }),
    draw(context) {
      octagon(context, 9, 9, 9, CASING_COLOR[theme]);
      octagon(context, 9, 9, 7.2, color);
      centred(context, "!", font(800, 10), inkOn(color), 18, 18);
    },
  };
}

function octagon(context: Context, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  for (let corner = 0; corner < 8; corner++) {
    const angle = ((corner + 0.5) * Math.PI) / 4;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.fill();
}

function headingMarker({ theme, hueIndex }: MarkerName): MarkerDrawing {
  return {
    measure: () => ({ width: HEADING_SIZE, height: HEADING_SIZE }),
    draw: (context) => drawHeading(context, HEADING_SIZE, theme, markerColor(theme, hueIndex)),
  };
}

const TAG_GAP = 6;

/** What a drop on a route would do: the route's plate and the change beside it, marked where a rule would break. */
function dropTag({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
  const [number = "", change = ""] = text.split("|");
  const color = markerColor(theme, hueIndex);
  const words = state === "worse" ? `${change} !` : change;
  const plateOf = (context: Context) => {
    context.font = PLATE_FONT;
    return Math.max(16, context.measureText(number).width + 8);
  };
  return {
    measure(context) {
      return { width: plateOf(context) + context.measureText(words).width + 2 * TAG_GAP + 6, height: 22 };
    },
    draw(context, width, height) {
      const plate = plateOf(context);
      square(context, inset(width, height, 0.5), INK_COLOR[theme], 6);
      square(context, inset(width, height, 1.5), CASING_COLOR[theme], 5);
      square(context, { x: 3, y: 3, width: plate, height: height - 6 }, color, 3);
      centred(context, number, PLATE_FONT, inkOn(color), 2 * 3 + plate, height);
      const left = 3 + plate;
      context.save();
      context.translate(left, 0);
      centred(context, words, PLATE_FONT, INK_COLOR[theme], width - left - 2, height);
      context.restore();
    },
  };
}

/** An unassigned stop: a hollow diamond in ink, of no route's hue; solid alert when something stands in its way. */
function poolMarker({ theme, state }: MarkerName): MarkerDrawing {
  return {
    measure: () => ({ width: 20, height: 20 }),
    draw(context) {
      const problem = state === "problem";
      diamond(context, 10, 10, 9.5, CASING_COLOR[theme]);
      diamond(context, 10, 10, 7.8, problem ? ALERT_COLOR[theme] : INK_COLOR[theme]);
      if (!problem) diamond(context, 10, 10, 4.6, CASING_COLOR[theme]);
      else centred(context, "!", font(800, 10), inkOn(ALERT_COLOR[theme]), 20, 20);
    },
  };
}

function depotMarker(theme: MapTheme): MarkerDrawing {
  return {
    measure: () => ({ width: 30, height: 30 }),
    draw(context) {
      square(context, inset(30, 30, 0.5), CASING_COLOR[theme], 8);
      square(context, inset(30, 30, 2.5), INK_COLOR[theme], 6);
      context.fillStyle = LAND_COLOR[theme];
      context.beginPath();
      for (const [x, y] of [
        [15, 7],
        [23, 12],
        [23, 22.5],
        [7, 22.5],
        [7, 12],
      ] as const)
        context.lineTo(x, y);
      context.fill();
      context.fillStyle = INK_COLOR[theme];
      context.fillRect(10.5, 14, 9, 1.8);
      context.fillRect(10.5, 17, 9, 1.8);
      context.fillRect(10.5, 20, 9, 2.5);
    },
  };
}

const NAME_FONT = font(650, 12);

function nameLabel({ theme, text }: MarkerName): MarkerDrawing {
  return {
    measure(context) {
      context.font = NAME_FONT;
      return { width: context.measureText(text).width + 8, height: 20 };
    },
    draw(context, width, height) {
      context.lineJoin = "round";
      context.lineWidth = 4;
      context.strokeStyle = LAND_COLOR[theme];
      context.font = NAME_FONT;
      context.textAlign = "center";
      context.textBaseline = "alphabetic";
      context.strokeText(text, width / 2, height / 2 + 4);
      centred(context, text, NAME_FONT, INK_COLOR[theme], width, height);
    },
  };
}

/** Points along the way of a highlighted route. */
function arrow({ theme, hueIndex }: MarkerName): MarkerDrawing {
  return {
    measure: () => ({ width: 12, height: 12 }),
    draw(context) {
      const points = [
        [4, 2.5],
        [8.5, 6],
        [4, 9.5],
      ] as const;
      stroke(context, CASING_COLOR[theme], 4, points);
      stroke(context, hueIndex >= NEUTRAL_HUE ? CASING_COLOR[theme] : INK_COLOR[theme], 1.8, points);
    },
  };
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

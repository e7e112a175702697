import { dropTag, numberPlate } from "./draw-plate";
import { centred, diamond, inset, square, stroke } from "./draw-shapes";
import { stopMarker } from "./draw-stop";
import { drawHeading, drawVan, vanSize } from "./draw-van";
import { font, type MarkerDrawing, markerColor, PLATE_FONT } from "./marker-drawing";
import { type MarkerName, NEUTRAL_HUE, parseMarkerId } from "./marker-id";
import { ALERT_COLOR, CASING_COLOR, INK_COLOR, inkOn, LAND_COLOR, type MapTheme } from "./route-palette";

type Context = CanvasRenderingContext2D;

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

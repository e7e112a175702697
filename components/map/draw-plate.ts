import { centred, grow, inset, pill, square } from "./draw-shapes";
import { font, type MarkerDrawing, markerColor, PLATE_FONT } from "./marker-drawing";
import { type MarkerName, NOBODY } from "./marker-id";
import { CASING_COLOR, INK_COLOR, inkOn } from "./route-palette";

type Context = CanvasRenderingContext2D;

const INITIALS_FONT = font(650, 10);
/** How far the initials' disc reaches over the plate. */
const INITIALS_OVERLAP = 4;

/**
 * A route's number on its line: square-cornered, so that it is never taken for a stop. Beside it, round, the initials
 * of somebody else who has the route in hand.
 */
export function numberPlate({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
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

const TAG_GAP = 6;

/** What a drop on a route would do: the route's plate and the change beside it, marked where a rule would break. */
export function dropTag({ theme, hueIndex, state, text }: MarkerName): MarkerDrawing {
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

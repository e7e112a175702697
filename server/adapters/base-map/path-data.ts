import "server-only";

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** What is drawn, in the picture's units. */
export interface MapArea {
  readonly width: number;
  readonly height: number;
}

/** Points nearer to the one before than this say nothing on a telephone. */
const LEAST_UNITS = 1.6;

/** Lines or rings as SVG path data in whole units, each step from the one before; what lies outside is left out. */
export function pathData(lines: readonly (readonly MapPoint[])[], area: MapArea, isClosed: boolean): string {
  return lines.map((line) => (touches(line, area) ? lineData(line, isClosed) : "")).join("");
}

function lineData(points: readonly MapPoint[], isClosed: boolean): string {
  let [atX, atY] = [0, 0];
  const steps: string[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const isFirst = index === 0;
    const isLast = index === points.length - 1;
    if (!isFirst && !isLast && Math.hypot(x - atX, y - atY) < LEAST_UNITS) continue;
    const [toX, toY] = [Math.round(x), Math.round(y)];
    if (!isFirst && toX === atX && toY === atY) continue;
    steps.push(isFirst ? `M${toX} ${toY}` : `${steps.length === 1 ? "l" : " "}${toX - atX} ${toY - atY}`);
    [atX, atY] = [toX, toY];
  }
  if (steps.length < (isClosed ? 3 : 2)) return "";
  return steps.join("") + (isClosed ? "z" : "");
}

function touches(points: readonly MapPoint[], { width, height }: MapArea): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right >= 0 && left <= width && bottom >= 0 && top <= height;
}

type Context = CanvasRenderingContext2D;

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export const inset = (width: number, height: number, by: number): Box => ({
  x: by,
  y: by,
  width: width - 2 * by,
  height: height - 2 * by,
});
export const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export function square(context: Context, { x, y, width, height }: Box, color: string, radius: number): void {
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
}

export const pill = (context: Context, box: Box, color: string) => square(context, box, color, box.height / 2);

export function diamond(context: Context, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.fill();
}

export function stroke(
  context: Context,
  color: string,
  width: number,
  points: readonly (readonly [number, number])[],
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}

export function disc(context: Context, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Centres by the digits' height, not the line box: numbers must sit in the middle of a small disc. */
export function centred(
  context: Context,
  text: string,
  textFont: string,
  color: string,
  width: number,
  height: number,
): void {
  context.font = textFont;
  context.fillStyle = color;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const { actualBoundingBoxAscent } = context.measureText("0");
  context.fillText(text, width / 2, height / 2 + actualBoundingBoxAscent / 2);
}

import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { parseCellDecimal } from "./parse-cell-number";

const DEGREES =
  /^([NSEWØO])?\s*(-?\d{1,3})\s*°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?([NSEWØO])?$/i;
const HEMISPHERE = /^(?:([NSEW])\s*)?(\d+(?:[.,]\d+)?)\s*°?\s*([NSEW])?$/i;
const NAMES = { lat: "Latitude", lng: "Longitude" } as const;
const LIMITS = { lat: 90, lng: 180 } as const;

/** A latitude or longitude in degrees: `55.6761`, `55,6761`, `55.6761° N`, `55°40'34"N`. Refuses values off the globe. */
export function parseCellCoordinate(text: string, axis: "lat" | "lng"): CellResult<number> {
  const degrees = readDegrees(text);
  if (degrees === undefined) {
    const example = axis === "lat" ? "55.6761" : "12.5683";
    return refused(
      "not_a_number",
      `${quoted(text)} is not a ${NAMES[axis].toLowerCase()}. Use degrees, like ${example}.`,
    );
  }
  const limit = LIMITS[axis];
  if (Math.abs(degrees) > limit) {
    const code = axis === "lat" ? "latitude_range" : "longitude_range";
    return refused(code, `${NAMES[axis]} ${text} is outside −${limit}…${limit}. Check the number.`);
  }
  return accepted(degrees);
}

function readDegrees(text: string): number | undefined {
  const plain = parseCellDecimal(text);
  if (plain.ok) return plain.value;
  const simple = HEMISPHERE.exec(text);
  const sexagesimal = simple ? null : DEGREES.exec(text);
  if (!simple && !sexagesimal) return undefined;
  const value = simple ? toNumber(simple[2]) : sexagesimalDegrees(sexagesimal!);
  const side = (simple?.[1] ?? simple?.[3] ?? sexagesimal?.[1] ?? sexagesimal?.[5] ?? "").toUpperCase();
  return side === "S" || side === "W" ? -value : value;
}

function sexagesimalDegrees(match: RegExpExecArray): number {
  const degrees = toNumber(match[2]);
  const fraction = toNumber(match[3]) / 60 + toNumber(match[4]) / 3600;
  return degrees < 0 ? degrees - fraction : degrees + fraction;
}

function toNumber(text: string | undefined): number {
  return Number((text ?? "0").replace(",", "."));
}

import type { LatLng } from "@/server/domain/geo";

/**
 * Encodes positions as Google's "Encoded Polyline Algorithm Format": precision 5 is what maps and vendors' APIs expect,
 * 6 is what Valhalla and OSRM may answer with.
 */
export function encodePolyline(positions: Iterable<LatLng>, precision: 5 | 6 = 5): string {
  const factor = 10 ** precision;
  let lastLat = 0;
  let lastLng = 0;
  let encoded = "";
  for (const position of positions) {
    const lat = Math.round(position.lat * factor);
    const lng = Math.round(position.lng * factor);
    encoded += encodeSigned(lat - lastLat) + encodeSigned(lng - lastLng);
    lastLat = lat;
    lastLng = lng;
  }
  return encoded;
}

/** Positions of an encoded polyline. Throws a RangeError when the text breaks off or holds a foreign character. */
export function decodePolyline(encoded: string, precision: 5 | 6 = 5): LatLng[] {
  const factor = 10 ** precision;
  const positions: LatLng[] = [];
  let index = 0;
  let lat = 0;
  let lng = 0;

  // Arithmetic instead of shifts: at precision 6 a difference across the globe needs more than 31 bits.
  const readSigned = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const chunk = encoded.charCodeAt(index++) - 63;
      if (!(chunk >= 0 && chunk < 64)) throw new RangeError(`Not an encoded polyline at character ${index - 1}`);
      value += (chunk % 32) * scale;
      if (chunk < 32) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      scale *= 32;
    }
  };

  while (index < encoded.length) {
    lat += readSigned();
    lng += readSigned();
    positions.push({ lat: lat / factor, lng: lng / factor });
  }
  return positions;
}

function encodeSigned(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  let encoded = "";
  while (rest >= 32) {
    encoded += String.fromCharCode((rest % 32) + 32 + 63);
    rest = Math.floor(rest / 32);
  }
  return encoded + String.fromCharCode(rest + 63);
}

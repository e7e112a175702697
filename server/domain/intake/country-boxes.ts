import type { BoundingBox, LatLng } from "@/server/domain/geo";

// Rounded outwards to about a tenth of a degree; only for telling a plausible position from a slip. Countries whose
// territory would need the whole globe, or that are missing here, are simply not checked.
const BOXES: Readonly<Record<string, readonly BoundingBox[]>> = {
  AT: [[9.4, 46.3, 17.3, 49.1]],
  AU: [[112.8, -44, 154, -9]],
  BE: [[2.4, 49.4, 6.5, 51.6]],
  BG: [[22.2, 41.1, 28.8, 44.3]],
  BR: [[-74.1, -33.9, -28.7, 5.4]],
  CA: [[-141.1, 41.6, -52.5, 83.2]],
  CH: [[5.8, 45.7, 10.6, 47.9]],
  CL: [
    [-75.8, -56, -66.3, -17.4],
    [-110, -27.3, -109, -26.9],
  ],
  CO: [[-81.9, -4.3, -66.8, 13.6]],
  CY: [[32.2, 34.5, 34.7, 35.8]],
  CZ: [[12, 48.5, 18.9, 51.1]],
  DE: [[5.8, 47.2, 15.1, 55.1]],
  DK: [[7.9, 54.5, 15.3, 57.9]],
  EE: [[21.7, 57.4, 28.3, 59.8]],
  ES: [
    [-9.4, 35.1, 4.4, 43.9],
    [-18.3, 27.5, -13.3, 29.5],
  ],
  FI: [[19, 59.6, 31.7, 70.2]],
  FR: [
    [-5.3, 41.3, 9.7, 51.2],
    [-63.2, 14.3, -60.7, 18.2],
    [-54.7, 2.1, -51.5, 5.9],
    [45, -21.5, 55.9, -12.6],
  ],
  GB: [[-8.7, 49.8, 1.9, 60.9]],
  GR: [[19.3, 34.7, 29.8, 41.8]],
  HR: [[13.4, 42.3, 19.5, 46.6]],
  HU: [[16, 45.7, 23, 48.7]],
  IE: [[-10.8, 51.3, -5.9, 55.5]],
  IL: [[34.2, 29.4, 35.9, 33.4]],
  IN: [[68, 6.6, 97.5, 35.7]],
  IS: [[-24.7, 63.2, -13.3, 66.7]],
  IT: [[6.6, 35.4, 18.6, 47.2]],
  JP: [[122.8, 20.3, 154.1, 45.7]],
  KR: [[124.5, 33, 132, 38.7]],
  LI: [[9.4, 47, 9.7, 47.3]],
  LT: [[20.9, 53.8, 26.9, 56.5]],
  LU: [[5.7, 49.4, 6.6, 50.2]],
  LV: [[20.9, 55.6, 28.3, 58.1]],
  MA: [[-17.2, 20.7, -0.9, 36]],
  MT: [[14.1, 35.7, 14.7, 36.2]],
  MX: [[-118.5, 14.4, -86.6, 32.8]],
  NL: [
    [3.3, 50.7, 7.3, 53.7],
    [-70.2, 11.9, -62.9, 17.7],
  ],
  NO: [
    [4.4, 57.8, 31.3, 71.3],
    [10, 76, 34, 81],
  ],
  NZ: [[166, -47.5, 178.8, -34]],
  PE: [[-81.4, -18.5, -68.6, 0.1]],
  PL: [[14, 48.9, 24.3, 55]],
  PT: [
    [-9.6, 36.9, -6.1, 42.2],
    [-31.4, 36.8, -24.9, 39.8],
    [-17.4, 32.3, -16.2, 33.2],
  ],
  RO: [[20.2, 43.6, 29.8, 48.4]],
  RS: [[18.8, 42.2, 23.1, 46.2]],
  SE: [[10.9, 55.2, 24.2, 69.1]],
  SG: [[103.5, 1.1, 104.2, 1.5]],
  SI: [[13.3, 45.4, 16.7, 46.9]],
  SK: [[16.8, 47.7, 22.6, 49.7]],
  TR: [[25.6, 35.8, 44.9, 42.2]],
  UA: [[22.1, 44.3, 40.3, 52.4]],
  US: [
    [-125, 24.3, -66.8, 49.5],
    [-180, 51, -129.9, 71.6],
    [-160.6, 18.8, -154.7, 22.3],
  ],
  ZA: [[16.4, -34.9, 33, -22.1]],
};
const SLACK_DEGREES = 0.1;

/** Whether a position can lie in the country (ISO 3166-1 alpha-2); undefined where that is not known. */
export function isInCountry(position: LatLng, country: string): boolean | undefined {
  return BOXES[country]?.some((box) => isInBox(position, box, SLACK_DEGREES));
}

/** Where to open a map of the country: its main territory; undefined where that is not known. */
export function mainBoxOf(country: string): BoundingBox | undefined {
  return BOXES[country]?.[0];
}

/** Whether a position lies in a box grown by `slackDegrees` on every side. */
export function isInBox(position: LatLng, box: BoundingBox, slackDegrees = 0): boolean {
  const [west, south, east, north] = box;
  return (
    position.lng >= west - slackDegrees &&
    position.lng <= east + slackDegrees &&
    position.lat >= south - slackDegrees &&
    position.lat <= north + slackDegrees
  );
}

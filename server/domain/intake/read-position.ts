import type { BoundingBox, LatLng } from "@/server/domain/geo";
import { isInBox, isInCountry } from "./country-boxes";
import { parseCellCoordinate } from "./parse-cell-coordinate";
import type { RowReader } from "./row-reader";

/** Where positions of a row are expected. */
export interface HomeArea {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly area?: BoundingBox | undefined;
}

/**
 * The position in two columns, undefined when both are empty or something was refused. Swapped values are told by where
 * they would fall the other way round; a position outside the country or the area only gets a warning.
 */
export function readPosition<F extends string>(
  reader: RowReader<F>,
  fields: { readonly lat: F; readonly lng: F },
  home: HomeArea,
): LatLng | undefined {
  const { lat: latField, lng: lonField } = fields;
  const { country, area } = home;
  const [latText, lonText] = [reader.text(latField), reader.text(lonField)];
  if (latText === "" && lonText === "") return undefined;
  if (latText === "" || lonText === "") {
    const missing = latText === "" ? latField : lonField;
    if (!reader.isCutOff(missing)) {
      const message =
        "Only one of latitude and longitude is given. Fill in both, or leave both empty to look the address up.";
      reader.refuse(missing, "coordinates_incomplete", message);
    }
    return undefined;
  }
  const pair = { lat: parseCellCoordinate(latText, "lat"), lng: parseCellCoordinate(lonText, "lng") };
  const swapped = { lat: parseCellCoordinate(lonText, "lat"), lng: parseCellCoordinate(latText, "lng") };
  const mirror = swapped.lat.ok && swapped.lng.ok ? { lat: swapped.lat.value, lng: swapped.lng.value } : undefined;
  const position = pair.lat.ok && pair.lng.ok ? { lat: pair.lat.value, lng: pair.lng.value } : undefined;
  if (mirror && !(position && isAtHome(position, home)) && isAtHome(mirror, home)) {
    const where = area && isInBox(mirror, area) ? "the service area" : country;
    const message = `Latitude ${latText} and longitude ${lonText} look swapped: the other way round they lie in ${where}.`;
    reader.refuse(latField, "coordinates_swapped", message);
    return undefined;
  }
  reader.read(latField, () => pair.lat);
  reader.read(lonField, () => pair.lng);
  if (!position) return undefined;
  if (position.lat === 0 && position.lng === 0) {
    reader.refuse(
      latField,
      "coordinates_zero",
      "0/0 is a spot in the Atlantic. Leave both cells empty to look the address up.",
    );
    return undefined;
  }
  warnWhenFarAway(reader, latField, position, home);
  return position;
}

/** Whether a position is where this row's positions belong; false also where nothing is known about that. */
function isAtHome(position: LatLng, { country, area }: HomeArea): boolean {
  return (area !== undefined && isInBox(position, area)) || isInCountry(position, country) === true;
}

function warnWhenFarAway<F extends string>(
  reader: RowReader<F>,
  field: F,
  position: LatLng,
  { country, area }: HomeArea,
): void {
  const label = `${position.lat}, ${position.lng}`;
  if (area && isInBox(position, area)) return;
  if (isInCountry(position, country) === false) {
    reader.warn(
      field,
      "outside_country",
      `${label} lies outside ${country}. Check the coordinates or the country.`,
      label,
    );
  } else if (area) {
    reader.warn(field, "outside_service_area", `${label} lies outside the service area. Check the coordinates.`, label);
  }
}

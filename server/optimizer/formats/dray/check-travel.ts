import { asObject, type RawFile, type RawObject, type ReportFault } from "./raw-file";

const COORDINATES = ["lat", "lng"] as const;

/**
 * Reports profiles that do not say how one travels, matrices that are no squares or not of one size, and places that
 * are not where travel is known: estimates need positions, matrices need rows.
 */
export function checkTravel(file: RawFile, report: ReportFault): void {
  for (const [i, profile] of file.profiles.entries()) checkProfile(`profiles[${i}]`, profile, report);
  const rows = new Set(file.profiles.flatMap((profile) => rowsOf(profile.durationSeconds) ?? []));
  if (rows.size > 1) {
    const cause = `have matrices of ${[...rows].join(" and ")} locations`;
    report("matrix-size", "profiles", cause, "give all matrices the same locations");
  }
  const [size] = rows;
  if (size !== undefined && file.locations.length > 0 && file.locations.length !== size) {
    const cause = `are ${file.locations.length}, but the matrices have ${size} rows`;
    report("matrix-size", "locations", cause, "give one location for each row of the matrices");
  }
  const hasEstimates = file.profiles.length === 0 || file.profiles.some((profile) => profile.estimate !== undefined);
  if (hasEstimates) checkPositions(file.locations, report);
  for (const [path, place] of placesOf(file)) {
    if (typeof place === "number") checkRow(path, place, { size, known: file.locations.length }, report);
    else if (size !== undefined && asObject(place).lat !== undefined) {
      report("position-without-row", path, "is a position, which the matrices do not know", "name a location or a row");
    }
  }
}

function checkProfile(path: string, profile: RawObject, report: ReportFault): void {
  const { estimate, durationSeconds, distanceMeters } = profile;
  if ((estimate === undefined) === (durationSeconds === undefined)) {
    const cause =
      estimate === undefined ? "has neither an estimate nor durationSeconds" : "has both an estimate and a matrix";
    report("travel-unclear", path, cause, "give one of the two");
  }
  for (const [name, matrix] of Object.entries({ durationSeconds, distanceMeters })) {
    if (!Array.isArray(matrix)) continue;
    const size = rowsOf(durationSeconds) ?? matrix.length;
    if (matrix.length !== size) {
      report("matrix-size", `${path}.${name}`, `has ${matrix.length} rows, not ${size}`, "give one row per location");
    }
    const crooked = matrix.findIndex((row) => Array.isArray(row) && row.length !== size);
    if (crooked >= 0) {
      const cause = `has ${matrix[crooked].length} numbers, not ${size}`;
      report("matrix-size", `${path}.${name}[${crooked}]`, cause, "give one number per location in every row");
    }
  }
}

function checkPositions(locations: readonly RawObject[], report: ReportFault): void {
  for (const [i, location] of locations.entries()) {
    const lacking = COORDINATES.filter((name) => location[name] === undefined);
    if (lacking.length === 0) continue;
    const action = "add them, or give every profile matrices";
    report("no-position", `locations[${i}]`, `has no ${lacking.join(" and no ")}, which estimates need`, action);
  }
}

interface Rows {
  readonly size: number | undefined;
  readonly known: number;
}

function checkRow(path: string, row: number, { size, known }: Rows, report: ReportFault): void {
  const count = size ?? known;
  if (row < count) return;
  report("unknown-location", path, `is row ${row} of ${count}`, "rows are counted from 0");
}

function rowsOf(matrix: unknown): number | undefined {
  return Array.isArray(matrix) ? matrix.length : undefined;
}

function* placesOf({ visits, vehicles }: RawFile): Generator<readonly [string, unknown]> {
  for (const [i, visit] of visits.entries()) yield [`visits[${i}].location`, visit.location];
  for (const [i, vehicle] of vehicles.entries()) {
    yield [`vehicles[${i}].start`, vehicle.start];
    yield [`vehicles[${i}].end`, vehicle.end];
    yield [`vehicles[${i}].reload.location`, asObject(vehicle.reload).location];
  }
}
